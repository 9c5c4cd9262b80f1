import { useWords } from '../platform/i18n/use-words.js';
import { CampaignLink } from '../ui/campaign-link.js';
import { icon } from '../ui/icon.js';
import { entries } from './entries.js';
import styles from './tab-bar.module.css';

/** The entries at a phone's thumb. The pages above keep `--dock` free at their end. */
export function TabBar() {
  const { t } = useWords();
  return (
    <nav className={styles.bar} aria-label={t('nav.tabs')}>
      {entries.map(({ to, label, Icon }) => (
        <CampaignLink key={to} to={to} activeOptions={{ exact: to === '/' }}>
          <Icon {...icon(22)} />
          <span>{t(label)}</span>
        </CampaignLink>
      ))}
    </nav>
  );
}
