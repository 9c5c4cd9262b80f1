import MessagesSquare from 'lucide-react/icons/messages-square';
import { HashtagCard } from '../features/topics/hashtag/hashtag-card.js';
import { useHashtags } from '../features/topics/hashtag/use-hashtags.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import { Unreachable } from '../ui/unreachable.js';
import styles from './topics-page.module.css';

/** The topics 话题 of a campaign. */
export function TopicsPage() {
  const { t } = useWords();
  const { items, error, retry } = useHashtags(useCampaignSlug());
  usePageTitle(t('topics.title'));
  if (!items && error)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void retry()} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('topics.title')}</h1>
      <p className={styles.lead}>{t('topics.lead')}</p>
      {items?.length === 0 ? (
        <EmptyState icon={<MessagesSquare {...icon(32)} />} title={t('topics.none.title')}>
          {t('topics.none.body')}
        </EmptyState>
      ) : null}
      {items ? (
        <ul className={styles.cards}>
          {items.map((hashtag) => (
            <HashtagCard key={hashtag.topic} hashtag={hashtag} />
          ))}
        </ul>
      ) : (
        <div className={styles.blank}>
          <output className="unseen">{t('topics.loading')}</output>
        </div>
      )}
      <ResumeBanner place="page" />
    </div>
  );
}
