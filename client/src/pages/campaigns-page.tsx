import { Link } from '@tanstack/react-router';
import { CampaignList } from '../features/campaigns/campaign-list.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { OperatorOnly } from './operator-only.js';

/** The campaigns that operators open. */
export function CampaignsPage() {
  const { t } = useWords();
  usePageTitle(t('campaigns.title'));
  return (
    <OperatorOnly>
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
    </OperatorOnly>
  );
}
