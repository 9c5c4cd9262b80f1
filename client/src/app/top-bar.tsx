import ALargeSmall from 'lucide-react/icons/a-large-small';
import Search from 'lucide-react/icons/search';
import SunMoon from 'lucide-react/icons/sun-moon';
import { useCampaign } from '../platform/campaign.js';
import { speak } from '../platform/i18n/index.js';
import { useWords } from '../platform/i18n/use-words.js';
import { choose, useMode } from '../platform/mode.js';
import { useTheme } from '../platform/theme.js';
import { CampaignLink, useCampaignSlug } from '../ui/campaign-link.js';
import { icon } from '../ui/icon.js';
import { Mark } from '../ui/mark.js';
import { entries } from './entries.js';
import { SettingsMenu } from './settings-menu.js';
import styles from './top-bar.module.css';

function Brand() {
  const { t, pick } = useWords();
  const campaign = useCampaign(useCampaignSlug()).data;
  return (
    <CampaignLink to="/" className={styles.brand}>
      <Mark />
      <span className={styles.name}>{t('app.name')}</span>
      {campaign ? <span className={styles.campaign}>{t('app.campaign', { name: pick(campaign.name, campaign.nameEn) })}</span> : null}
      <span className="unseen">{t('app.home')}</span>
    </CampaignLink>
  );
}

/** 长辈模式 is never more than one press away, and the way out of it stands in the same place. */
function ElderSwitch() {
  const { t } = useWords();
  const elder = useMode() === 'elder';
  const words = t(elder ? 'mode.leaveElder' : 'mode.elder');
  return (
    <button
      type="button"
      className={`${styles.tool} ${styles.elder}`}
      aria-label={words}
      title={words}
      onClick={() => choose(elder ? 'usual' : 'elder')}
    >
      <ALargeSmall {...icon()} />
      <span>{words}</span>
    </button>
  );
}

export function TopBar() {
  const { t, language } = useWords();
  const { theme, next } = useTheme();
  return (
    <header className={styles.bar} data-top-bar>
      <Brand />
      <nav className={styles.nav} aria-label={t('nav.main')}>
        {entries.map(({ to, label }) => (
          <CampaignLink key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {t(label)}
          </CampaignLink>
        ))}
      </nav>
      <div className={styles.tools}>
        <CampaignLink to="/search" className={`${styles.tool} ${styles.usual}`} aria-label={t('nav.search')} title={t('nav.search')}>
          <Search {...icon()} />
        </CampaignLink>
        <ElderSwitch />
        <button
          type="button"
          className={`${styles.tool} ${styles.wide}`}
          aria-label={t('language.switch')}
          lang={t('language.code')}
          onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t('language.short')}
        </button>
        <button
          type="button"
          className={`${styles.tool} ${styles.wide}`}
          aria-label={t('theme.switch', { theme: t(`theme.${theme}`) })}
          onClick={next}
        >
          <SunMoon {...icon()} />
        </button>
        <SettingsMenu />
      </div>
    </header>
  );
}
