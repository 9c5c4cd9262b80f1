import type { User } from '@yunhui/contracts';
import { useState, type FormEvent } from 'react';
import { refusalOf } from '../../platform/http.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import styles from './sign-in-form.module.css';
import { useSignIn } from './use-becoming.js';

/** Account and password. What is wrong is said generally: which of the two it was is nobody's business. */
export function SignInForm({ guest }: { guest: User | undefined }) {
  const { t, refusal } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ login, password });
  };
  const refused = refusalOf(signIn.error);
  return (
    <form className={`panel ${styles.form}`} onSubmit={submit}>
      {guest ? <p>{t('account.guestAs', { name: guest.name })}</p> : null}
      <label>
        {t('account.login')}
        <input
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </label>
      <label>
        {t('account.password')}
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <p className={styles.bad} role="alert">
        {refused ? refusal(refused) : signIn.error ? t('page.unreachable.body') : ''}
      </p>
      <Button type="submit" look="primary" busy={signIn.isPending}>
        {t(signIn.isPending ? 'account.submitting' : 'account.submit')}
      </Button>
    </form>
  );
}
