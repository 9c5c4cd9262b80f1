import { useState, type FormEvent } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { NewPasswordField } from './password-field.js';
import styles from './sign-in-form.module.css';
import { type SignUpPath, useSignUp } from './use-becoming.js';

type Props = { path: SignUpPath; token?: string; verb: string; done?: () => void };

/** A new account: what one signs in with, what one is called, and a password. What is refused is said beside the button. */
export function SignUpForm({ path, token, verb, done }: Props) {
  const { t, problem } = useWords();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signUp = useSignUp(path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The page goes on even though becoming somebody draws it anew.
    void signUp.mutateAsync({ token, login, name, password }).then(done, () => undefined);
  };
  return (
    <form className={`panel ${styles.form}`} onSubmit={submit}>
      <div className={styles.helped}>
        <label>
          {t('account.login')}
          <input
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={3}
            maxLength={32}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
            aria-describedby="login-help"
            value={login}
            onChange={({ target }) => setLogin(target.value)}
          />
        </label>
        <small id="login-help">{t('account.loginHelp')}</small>
      </div>
      <div className={styles.helped}>
        <label>
          {t('account.name')}
          <input
            name="name"
            autoComplete="name"
            required
            maxLength={40}
            aria-describedby="name-help"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <small id="name-help">{t('account.nameHelp')}</small>
      </div>
      <NewPasswordField value={password} change={setPassword} />
      <p className={styles.bad} role="alert">
        {problem(signUp.error, t('page.unreachable.body'))}
      </p>
      <Button type="submit" look="primary" busy={signUp.isPending}>
        {verb}
      </Button>
    </form>
  );
}
