import type { WantedSession } from '@yunhui/contracts';
import { uuidV7 } from '@yunhui/realtime-client';
import Plus from 'lucide-react/icons/plus';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field } from '../../../../ui/form.js';
import { icon } from '../../../../ui/icon.js';
import { toast } from '../../../../ui/toast.js';
import { Part, placeOf, Said } from '../beside.js';
import { useForm, useSaid } from '../form.context.js';
import styles from '../form.module.css';
import { LinkFields } from './link-fields.js';
import { onlineForms } from './options.js';
import { TimeField } from './time-field.js';

/** The sessions, each with its time and its streams. One that is removed is brought back by one press. */
export function SessionFields() {
  const { t } = useWords();
  const { form, edit } = useForm();
  const { sessions } = form;
  const remove = (removed: WantedSession, at: number) => {
    edit({ sessions: sessions.toSpliced(at, 1) });
    const act = () => edit((now) => ({ sessions: now.sessions.toSpliced(at, 0, removed) }));
    toast({ words: t('form.session.removed'), action: { label: t('form.undo'), act } });
  };
  const add = () => edit({ sessions: [...sessions, { id: uuidV7(), title: '', form: '直播', time: form.time, links: [] }] });
  return (
    <section className={styles.panel} aria-labelledby="form-sessions">
      <h2 id="form-sessions">{t('form.sessions')}</h2>
      <Part field="sessions">
        {sessions.map((session, at) => (
          <SessionCard
            key={session.id}
            session={session}
            rank={at + 1}
            change={(next) => edit({ sessions: sessions.with(at, { ...session, ...next }) })}
            remove={() => remove(session, at)}
          />
        ))}
        {sessions.length < 40 ? (
          <Button className={styles.add} onClick={add}>
            <Plus {...icon(18)} />
            {t('form.session.add')}
          </Button>
        ) : null}
      </Part>
    </section>
  );
}

type CardProps = { session: WantedSession; rank: number; change: (next: Partial<WantedSession>) => void; remove: () => void };

function SessionCard({ session, rank, change, remove }: CardProps) {
  const { t, form: formName } = useWords();
  const said = useSaid('sessions', session.id);
  return (
    <fieldset className={styles.session} id={placeOf('sessions', session.id)}>
      <legend>{t('form.session.name', { rank })}</legend>
      <Said items={said} />
      <Field label={t('form.session.title')}>
        <input value={session.title} maxLength={60} onChange={({ target }) => change({ title: target.value })} />
      </Field>
      <p className={styles.help}>{t('form.session.titleHelp', { count: [...session.title].length })}</p>
      <Field label={t('form.session.form')}>
        <select
          value={session.form ?? ''}
          onChange={({ target }) => change({ form: (target.value || undefined) as WantedSession['form'] })}
        >
          <option value="">{t('form.choose')}</option>
          {onlineForms.map((one) => (
            <option key={one} value={one}>
              {formName(one)}
            </option>
          ))}
        </select>
      </Field>
      <TimeField time={session.time} change={(time) => change({ time })} />
      <LinkFields links={session.links} change={(links) => change({ links })} />
      <div className={styles.checks}>
        <label className={styles.check}>
          <input type="checkbox" checked={session.captions ?? false} onChange={({ target }) => change({ captions: target.checked })} />
          {t('form.session.captions')}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={session.signLanguage ?? false}
            onChange={({ target }) => change({ signLanguage: target.checked })}
          />
          {t('form.session.signLanguage')}
        </label>
      </div>
      <Field label={t('form.session.summary') + t('form.optional')}>
        <textarea rows={2} value={session.summary ?? ''} maxLength={500} onChange={({ target }) => change({ summary: target.value })} />
      </Field>
      <Button onClick={remove}>{t('form.session.remove')}</Button>
    </fieldset>
  );
}
