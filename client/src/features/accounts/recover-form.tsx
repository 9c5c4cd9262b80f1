import { useState, type FormEvent } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { NewPasswordField } from './password-field.js';
import styles from './sign-in-form.module.css';
import { useRecover } from './use-becoming.js';
import { useRecovery } from './use-one-time-link.js';

/** A new password by a link of the reviewer's: one field, and one is in. */
export function RecoverForm({ token, done }: { token: string; done: () => void }) {
  const { t, problem, day, clock } = useWords();
  const { data, error } = useRecovery(token);
  const [password, setPassword] = useState('');
  const recover = useRecover();
  if (error) return <Problem>{problem(error, t('page.unreachable.body'))}</Problem>;
  if (!data) return <output>{t('recover.reading')}</output>;
  const until = Date.parse(data.expiresAt);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void recover.mutateAsync({ token, password }).then(done, () => undefined);
  };
  return (
    <form className={`panel ${styles.form}`} onSubmit={submit}>
      <p>{t('recover.who', { login: data.login, name: data.name, day: day(until), clock: clock(until) })}</p>
      <input type="hidden" name="login" autoComplete="username" value={data.login} />
      <NewPasswordField value={password} change={setPassword} />
      <p>{t('recover.after')}</p>
      <p className={styles.bad} role="alert">
        {problem(recover.error, t('page.unreachable.body'))}
      </p>
      <Button type="submit" look="primary" busy={recover.isPending}>
        {t('recover.submit')}
      </Button>
    </form>
  );
}
