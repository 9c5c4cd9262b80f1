import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Form, Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import styles from '../other-ways.module.css';
import { PasswordAgain } from '../password-again.js';
import { CodeField, PhoneField } from './code-field.js';
import { usePhone, usePhoneActs } from './use-phone.js';

/** The number that one's account signs in by. A hub without a verifier shows nothing. */
export function PhonePanel({ user }: { user: string }) {
  const { t, problem } = useWords();
  const { data } = usePhone(user);
  const { forget } = usePhoneActs(user);
  const [isGiving, setGiving] = useState(false);
  if (!data?.offered) return null;
  const remove = () => forget.mutate(undefined, { onSuccess: () => toast({ words: t('phone.removed') }) });
  return (
    <section className={`panel ${styles.panel}`} aria-labelledby="phone">
      <h2 id="phone">{t('phone.title')}</h2>
      {isGiving ? (
        <GiveForm user={user} close={() => setGiving(false)} />
      ) : (
        <>
          <p>{data.phone === undefined ? t('phone.lead') : t('phone.is', { phone: data.phone })}</p>
          <Problem>{problem(forget.error, t('page.unreachable.body'))}</Problem>
          <div className={styles.acts}>
            <Button onClick={() => setGiving(true)}>{t(data.phone === undefined ? 'phone.give' : 'phone.change')}</Button>
            {data.phone === undefined ? null : (
              <Button look="quiet" busy={forget.isPending} onClick={remove}>
                {t('phone.remove')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function GiveForm({ user, close }: { user: string; close: () => void }) {
  const { t, problem } = useWords();
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { give, confirm } = usePhoneActs(user);
  const sent = give.data;
  const done = () => {
    toast({ words: t('phone.confirmed') });
    close();
  };
  const again = () => {
    give.reset();
    confirm.reset();
    setCode('');
  };
  const send = () => (sent ? confirm.mutate({ id: sent.id, code }, { onSuccess: done }) : give.mutate({ phone, password }));
  return (
    <Form send={send}>
      {sent ? (
        <>
          <p>{t('phone.sent', { phone })}</p>
          <CodeField value={code} change={setCode} />
        </>
      ) : (
        <>
          <PhoneField value={phone} change={setPhone} />
          <PasswordAgain value={password} change={setPassword} />
        </>
      )}
      <Problem>{problem(give.error ?? confirm.error, t('page.unreachable.body'))}</Problem>
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={give.isPending || confirm.isPending}>
          {t(sent ? 'phone.confirm' : 'phone.send')}
        </Button>
        {sent ? <Button onClick={again}>{t('phone.again')}</Button> : null}
        <Button look="quiet" onClick={close}>
          {t('ways.cancel')}
        </Button>
      </div>
    </Form>
  );
}
