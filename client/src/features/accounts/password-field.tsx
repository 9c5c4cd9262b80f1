import { shortestPassword } from '@yunhui/domain';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import styles from './sign-in-form.module.css';

/** A password that is chosen now: once, and shown to who wants to see it, instead of twice and blindly. */
export function NewPasswordField({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className={styles.helped}>
        <label>
          {t('account.newPassword')}
          <input
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={shortestPassword}
            maxLength={200}
            aria-describedby="password-help"
            value={value}
            onChange={({ target }) => change(target.value)}
          />
        </label>
        <small id="password-help">{t('account.passwordHelp')}</small>
      </div>
      <label className={styles.show}>
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
        {t('account.showPassword')}
      </label>
    </>
  );
}
