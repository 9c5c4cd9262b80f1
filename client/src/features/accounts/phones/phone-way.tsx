import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Form, Problem } from '../../../ui/form.js';
import styles from '../other-ways.module.css';
import { CodeField, PhoneField } from './code-field.js';
import { useAskCode, usePhone, usePhoneSignIn } from './use-phone.js';

/** The way in by a code that is sent to a phone. A hub without a verifier shows nothing. */
export function PhoneWay() {
  const { t } = useWords();
  const { data } = usePhone(undefined);
  const [isOpen, setOpen] = useState(false);
  if (!data?.offered) return null;
  if (isOpen) return <PhoneForm close={() => setOpen(false)} />;
  return (
    <Button className={styles.way} onClick={() => setOpen(true)}>
      {t('phone.way')}
    </Button>
  );
}

function PhoneForm({ close }: { close: () => void }) {
  const { t, problem } = useWords();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const ask = useAskCode();
  const signIn = usePhoneSignIn();
  const sent = ask.data;
  const send = () => (sent ? signIn.mutate({ id: sent.id, code }) : ask.mutate(phone));
  const again = () => {
    ask.reset();
    signIn.reset();
    setCode('');
  };
  return (
    <section className={`panel ${styles.panel}`} aria-labelledby="phone-way">
      <h2 id="phone-way">{t('phone.way')}</h2>
      <Form send={send}>
        {sent ? (
          <>
            <p>{t('phone.maybeSent', { phone })}</p>
            <CodeField value={code} change={setCode} />
          </>
        ) : (
          <PhoneField value={phone} change={setPhone} />
        )}
        <Problem>{problem(ask.error ?? signIn.error, t('page.unreachable.body'))}</Problem>
        <div className={styles.acts}>
          <Button type="submit" look="primary" busy={ask.isPending || signIn.isPending}>
            {t(sent ? 'phone.signIn' : 'phone.send')}
          </Button>
          {sent ? <Button onClick={again}>{t('phone.again')}</Button> : null}
          <Button look="quiet" onClick={close}>
            {t('ways.cancel')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
