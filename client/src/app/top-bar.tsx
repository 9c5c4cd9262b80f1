import { Link } from '@tanstack/react-router';
import LogIn from 'lucide-react/icons/log-in';
import SunMoon from 'lucide-react/icons/sun-moon';
import UserRound from 'lucide-react/icons/user-round';
import { useViewer } from '../features/accounts/use-viewer.js';
import { speak } from '../platform/i18n/index.js';
import { useWords } from '../platform/i18n/use-words.js';
import { useTheme } from '../platform/theme.js';
import { icon } from '../ui/icon.js';
import { Mark } from '../ui/mark.js';
import styles from './top-bar.module.css';

/** An entry appears when its page exists. */
const entries = [{ to: '/', label: 'nav.lobby' }] as const;

export function TopBar() {
  const { t, language } = useWords();
  const { theme, next } = useTheme();
  const { viewer } = useViewer();
  const account = viewer?.kind === 'account' ? viewer : undefined;
  return (
    <header className={styles.bar} data-top-bar>
      <Link to="/" className={styles.brand} aria-label={t('app.home')}>
        <Mark />
        <span className={styles.name}>{t('app.name')}</span>
      </Link>
      <nav className={styles.nav} aria-label={t('nav.main')}>
        {entries.map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            {t(label)}
          </Link>
        ))}
      </nav>
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.tool}
          aria-label={t('language.switch')}
          lang={t('language.code')}
          onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t('language.short')}
        </button>
        <button type="button" className={styles.tool} aria-label={t('theme.switch', { theme: t(`theme.${theme}`) })} onClick={next}>
          <SunMoon {...icon()} />
        </button>
        <Link
          to="/sign-in"
          className={styles.tool}
          aria-label={account ? t('account.signedInAs', { name: account.name }) : t('account.signIn')}
        >
          {account ? <UserRound {...icon()} /> : <LogIn {...icon()} />}
          {account ? <span className={styles.who}>{account.name}</span> : null}
        </Link>
      </div>
    </header>
  );
}
