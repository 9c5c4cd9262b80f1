import type { HostedLink, HostedSession } from '@yunhui/contracts';
import { useId, useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field, Form, Problem } from '../../../../ui/form.js';
import { Sheet } from '../../../../ui/sheet.js';
import styles from '../hosting.module.css';
import { detailsOf, type LinkDetails, spokenLanguages, wrongIn } from './link-details.rules.js';

type Props = {
  link: HostedLink;
  session: Pick<HostedSession, 'startsAt' | 'endsAt'>;
  busy: boolean;
  /** Why the last try came to nothing; empty while all is well. */
  problem: string;
  save: (details: LinkDetails) => void;
  close: () => void;
};

/** The language of a link, and from when to when it may be tried. What makes no sense is said beside its field, and cannot be saved. */
export function LinkDetailsSheet({ link, session, busy, problem, save, close }: Props) {
  const { t, day, clock } = useWords();
  const [details, setDetails] = useState(() => detailsOf(link));
  const change = (part: Partial<LinkDetails>) => setDetails((now) => ({ ...now, ...part }));
  const wrong = wrongIn(details, link.kind, session);
  const [start, end] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const { language } = details;
  const isOther = language !== '' && !spokenLanguages.some((one) => one === language);
  return (
    <Sheet title={t('hosting.details.title', { rank: link.rank })} close={close}>
      <Form send={() => (wrong ? undefined : save(details))}>
        <code className={styles.code}>{link.label ?? link.url}</code>
        <Field label={t('hosting.details.language')}>
          <select value={language} onChange={({ target }) => change({ language: target.value })}>
            <option value="">{t('hosting.details.unsaid')}</option>
            {isOther ? <option value={language}>{language}</option> : null}
            {spokenLanguages.map((one) => (
              <option key={one} value={one}>
                {t(`hosting.language.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <p className={styles.quiet}>{t('hosting.details.session', { time: `${day(start)} ${clock(start)}–${clock(end)}` })}</p>
        {(['from', 'to'] as const).map((field) => (
          <TimeField
            key={field}
            label={t(`hosting.details.${field}`)}
            value={details[field]}
            change={(value) => change({ [field]: value })}
            wrong={wrong?.field === field ? t(`hosting.details.${wrong.why}`) : ''}
          />
        ))}
        <Problem>{problem}</Problem>
        <Button type="submit" look="primary" busy={busy} disabled={wrong !== undefined}>
          {t('hosting.details.save')}
        </Button>
      </Form>
    </Sheet>
  );
}

type TimeProps = { label: string; value: string; change: (value: string) => void; wrong: string };

function TimeField({ label, value, change, wrong }: TimeProps) {
  const why = useId();
  return (
    <div className={styles.ofOne}>
      <Field label={label}>
        <input
          type="datetime-local"
          value={value}
          aria-invalid={wrong !== '' || undefined}
          aria-describedby={why}
          onChange={({ target }) => change(target.value)}
        />
      </Field>
      <div id={why}>
        <Problem>{wrong}</Problem>
      </div>
    </div>
  );
}
