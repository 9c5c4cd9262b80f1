import { Link } from '@tanstack/react-router';
import { useDeskTheme } from '../../../platform/desk-theme.js';
import { speak } from '../../../platform/i18n/index.js';
import { buttonClass, Button } from '../../../ui/button.js';
import { Sheet } from '../../../ui/sheet.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './settings-sheet.module.css';

/** Night or day, the language, the keys, as whom one is here, and the ways out. */
export function SettingsSheet({ close }: { close: () => void }) {
  const { t, language } = useDeskWords();
  const { me, open, decides } = useDesk();
  const { theme, wear } = useDeskTheme();
  return (
    <Sheet title={t('desk.settings')} close={close}>
      <p className={styles.who}>{t('account.signedInAs', { name: me.name })}</p>
      <div className={styles.rows}>
        <Button onClick={() => wear(theme === 'dark' ? 'light' : 'dark')}>{t(theme === 'dark' ? 'desk.byDay' : 'desk.byNight')}</Button>
        <Button lang={t('language.code')} onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}>
          {t('language.other')}
        </Button>
        <Button onClick={() => open('keys')}>{t('desk.keys')}</Button>
        {decides ? (
          <Link to="/desk/moderation/lists" className={buttonClass()}>
            {t('lists.title')}
          </Link>
        ) : null}
        <Link to="/sign-in" className={buttonClass()}>
          {t('desk.account')}
        </Link>
        <Link to="/" className={buttonClass()}>
          {t('page.toLobby')}
        </Link>
      </div>
    </Sheet>
  );
}
