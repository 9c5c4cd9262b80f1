import { useRef, useState, type FormEvent } from 'react';
import { refusalOf } from '../../platform/http.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import { useIdentity } from './identities/use-identity.js';
import { NewPasswordField } from './password-field.js';
import { usePhone } from './phones/use-phone.js';
import styles from './sign-in-form.module.css';
import { useChangePassword } from './use-own-password.js';

/** Another password for who knows theirs. It is asked for when somebody wants it: most who come here do not. */
export function ChangePasswordPanel({ user }: { user: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const done = () => {
    setOpen(false);
    heading.current?.focus(); // what was pressed is gone
    toast({ words: t('password.done') });
  };
  return (
    <section className={`panel ${styles.form}`} aria-labelledby="own-password">
      <h2 id="own-password" ref={heading} tabIndex={-1}>
        {t('password.title')}
      </h2>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'password.cancel' : 'password.begin')}
      </Button>
      {isOpen ? <ChangePasswordForm user={user} done={done} /> : null}
    </section>
  );
}

function ChangePasswordForm({ user, done }: { user: string; done: () => void }) {
  const { t, problem } = useWords();
  const [old, setOld] = useState('');
  const [wanted, setWanted] = useState('');
  const change = useChangePassword();
  const identity = useIdentity(user).data?.linked;
  const phone = usePhone(user).data?.phone;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ password: old, newPassword: wanted }, { onSuccess: done });
  };
  const isWrong = refusalOf(change.error)?.code === 'sign-in.refused';
  return (
    <form className={styles.fields} onSubmit={submit}>
      <label>
        {t('password.old')}
        <input
          name="old-password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={500}
          value={old}
          onChange={({ target }) => setOld(target.value)}
        />
      </label>
      <NewPasswordField value={wanted} change={setWanted} />
      <p>{t('password.after')}</p>
      {identity || phone !== undefined ? <p>{t('password.ways')}</p> : null}
      <p className={styles.bad} role="alert">
        {isWrong ? t('password.wrong') : problem(change.error, t('page.unreachable.body'))}
      </p>
      <Button type="submit" look="primary" busy={change.isPending}>
        {t('password.submit')}
      </Button>
    </form>
  );
}
