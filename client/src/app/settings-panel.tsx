import { Link } from '@tanstack/react-router';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import Inbox from 'lucide-react/icons/inbox';
import Languages from 'lucide-react/icons/languages';
import LogIn from 'lucide-react/icons/log-in';
import Shield from 'lucide-react/icons/shield';
import SunMoon from 'lucide-react/icons/sun-moon';
import UserRound from 'lucide-react/icons/user-round';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayEnterDesk } from '../features/moderation/desk.rules.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { speak } from '../platform/i18n/index.js';
import { useWords } from '../platform/i18n/use-words.js';
import { useShortcutsOn } from '../platform/shortcuts.js';
import { useTheme } from '../platform/theme.js';
import { icon } from '../ui/icon.js';
import styles from './settings-menu.module.css';

/** What has no room in the bar: the account, single-key shortcuts, and on a phone theme and language too. */
export function SettingsPanel({ id, close }: { id: string; close: () => void }) {
  const { t, language } = useWords();
  const { theme, next } = useTheme();
  const { on, set } = useShortcutsOn();
  const { viewer } = useViewer();
  const account = viewer?.kind === 'account' ? viewer : undefined;
  return (
    <div id={id} className={styles.panel}>
      <Link to="/sign-in" className={styles.row} onClick={close}>
        {account ? <UserRound {...icon()} /> : <LogIn {...icon()} />}
        {account ? t('account.signedInAs', { name: account.name }) : t('account.signIn')}
      </Link>
      {account ? (
        <Link to="/inbox" className={styles.row} onClick={close}>
          <Inbox {...icon()} />
          {t('nav.inbox')}
        </Link>
      ) : null}
      {account && mayEnterDesk(account.grants) ? (
        <Link to="/desk/moderation" className={styles.row} onClick={close}>
          <Shield {...icon()} />
          {t('nav.desk')}
        </Link>
      ) : null}
      {account && mayEnterReviews(account.grants) ? (
        <Link to="/desk/review" className={styles.row} onClick={close}>
          <ClipboardCheck {...icon()} />
          {t('nav.reviews')}
        </Link>
      ) : null}
      <button
        type="button"
        className={`${styles.row} ${styles.phone}`}
        lang={t('language.code')}
        onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
      >
        <Languages {...icon()} />
        {t('language.other')}
      </button>
      <button type="button" className={`${styles.row} ${styles.phone}`} onClick={next}>
        <SunMoon {...icon()} />
        {t('theme.switch', { theme: t(`theme.${theme}`) })}
      </button>
      <label className={`${styles.row} ${styles.keys}`}>
        <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />
        {t('shortcuts.on')}
      </label>
    </div>
  );
}
