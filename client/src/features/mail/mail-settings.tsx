import type { MailSettings as Settings } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { useSentAtOnce } from '../../platform/use-sent-at-once.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { kinds, withKind } from './mail.rules.js';
import styles from './mail.module.css';
import { type MailActs, useMailActs, useMailSettings } from './use-mail.js';

/** Notices by mail, beside the inbox: where to, and which. A hub without a mail server says that nothing is sent. */
export function MailSettings({ user }: { user: string }) {
  const { t, problem } = useWords();
  const { data, error, isPending } = useMailSettings(user);
  const acts = useMailActs(user);
  return (
    <section aria-labelledby="mail" className={styles.part}>
      <h2 id="mail">{t('mail.title')}</h2>
      {isPending ? <output className={styles.quiet}>{t('mail.reading')}</output> : null}
      <Problem>{problem(error, t('page.unreachable.body'))}</Problem>
      {data ? <Shown settings={data} acts={acts} /> : null}
    </section>
  );
}

function Shown({ settings, acts }: { settings: Settings; acts: MailActs }) {
  const { t, problem } = useWords();
  const { offered, address, confirmed } = settings;
  const [isGiving, setGiving] = useState(false);
  if (!offered) return <p className={styles.quiet}>{t('mail.off')}</p>;
  const remove = () => acts.forget.mutate(undefined, { onSuccess: () => toast({ words: t('mail.done.removed') }) });
  return (
    <>
      <Problem>{problem(acts.forget.error ?? acts.choose.error, t('mail.notSent'))}</Problem>
      {address === undefined || isGiving ? (
        <AddressForm give={acts.give} known={address ?? ''} done={() => setGiving(false)} />
      ) : (
        <>
          <p className={styles.address}>{address}</p>
          <p className={confirmed ? styles.quiet : styles.waiting}>{t(confirmed ? 'mail.confirmed' : 'mail.unconfirmed')}</p>
          <div className={styles.acts}>
            <Button onClick={() => setGiving(true)}>{t(confirmed ? 'mail.change' : 'mail.again')}</Button>
            <Button look="quiet" busy={acts.forget.isPending} onClick={remove}>
              {t('mail.remove')}
            </Button>
          </div>
        </>
      )}
      {confirmed ? <Chosen settings={settings} choose={acts.choose} /> : null}
    </>
  );
}

function AddressForm({ give, known, done }: { give: MailActs['give']; known: string; done: () => void }) {
  const { t, language, problem } = useWords();
  const [address, setAddress] = useState(known);
  const send = () =>
    give.mutate(
      { address: address.trim(), language },
      {
        onSuccess: () => {
          toast({ words: t('mail.done.given') });
          done();
        },
      },
    );
  return (
    <Form send={send}>
      <p className={styles.quiet}>{t('mail.lead')}</p>
      <Field label={t('mail.address')}>
        <input
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
      </Field>
      <Problem>{problem(give.error, t('mail.notSent'))}</Problem>
      <Button type="submit" look="primary" busy={give.isPending}>
        {t('mail.give')}
      </Button>
    </Form>
  );
}

/** Each choice is shown in the moment it is made, before the hub has heard of it, and is undone as it was made. */
function Chosen({ settings, choose }: { settings: Settings; choose: MailActs['choose'] }) {
  const { t } = useWords();
  const [sent, send] = useSentAtOnce(choose);
  const { kinds: chosen, language = 'zh-CN' } = sent ?? settings;
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend>{t('mail.kinds')}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={({ target }) => send({ kinds: withKind(chosen, kind, target.checked), language })}
            />
            <span>{t(`inbox.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Choices
        label={t('mail.language')}
        choices={[
          { value: 'zh-CN', words: '中文' },
          { value: 'en', words: 'English' },
        ]}
        chosen={language}
        choose={(wanted) => send({ kinds: [...chosen], language: wanted })}
      />
    </>
  );
}
