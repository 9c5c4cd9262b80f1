import { Link } from '@tanstack/react-router';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { CampaignList } from '../features/campaigns/campaign-list.js';
import { mayOpenCampaigns } from '../features/campaigns/campaigns.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { MembersOnly } from './members-only.js';

/** The campaigns that operators open. */
export function CampaignsPage() {
  const { t } = useWords();
  usePageTitle(t('campaigns.title'));
  const words = { reading: t('campaigns.reading'), title: t('campaigns.closed.title'), body: t('campaigns.closed.body') };
  return (
    <MembersOnly may={mayOpenCampaigns} sign={CalendarPlus} words={words}>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/sign-in" className={styles.back}>
            {t('campaigns.toAccount')}
          </Link>
          <h1 className="song">{t('campaigns.title')}</h1>
          <p className={styles.lead}>{t('campaigns.lead')}</p>
          <CampaignList next={<Link to="/desk/staff">{t('campaigns.toStaff')}</Link>} />
        </div>
      )}
    </MembersOnly>
  );
}
