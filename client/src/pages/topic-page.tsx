import type { HashtagPage, User } from '@yunhui/contracts';
import { useParams } from '@tanstack/react-router';
import SearchX from 'lucide-react/icons/search-x';
import { useBecomeGuest } from '../features/accounts/use-becoming.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { ShareButton } from '../features/share/share-button.js';
import { CarryingRooms } from '../features/topics/hashtag/carrying-rooms.js';
import { hashtagFace } from '../features/topics/hashtag/hashtag-face.js';
import { HashtagHero } from '../features/topics/hashtag/hashtag-hero.js';
import { HashtagTalk } from '../features/topics/hashtag/hashtag-talk.js';
import { useFeedAddress } from '../features/topics/hashtag/use-feed-address.js';
import { useHashtag } from '../features/topics/hashtag/use-hashtags.js';
import { Voices } from '../features/topics/hashtag/voices.js';
import { NameForm } from '../features/topics/name-form.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { refusalOf } from '../platform/http.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useMedia } from '../platform/use-media.js';
import { buttonClass } from '../ui/button.js';
import { CampaignLink, inCampaign, useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import { Unreachable } from '../ui/unreachable.js';
import { ModeratedTalk } from './moderated-talk.js';
import styles from './topic-page.module.css';

function TopicUnknown() {
  const { t } = useWords();
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<SearchX {...icon(32)} />}
        title={t('topics.unknown.title')}
        action={
          <CampaignLink to="/topics" className={buttonClass('primary')}>
            {t('topics.seeAll')}
          </CampaignLink>
        }
      >
        {t('topics.unknown.body')}
      </EmptyState>
    </div>
  );
}

/** Asks who one is; a guest who is known may become another. */
function useNaming() {
  const becoming = useBecomeGuest();
  return (guest?: { viewer: User; close: () => void }) => (
    <NameForm
      take={(wanted) => becoming.mutate(wanted, { onSuccess: () => guest?.close() })}
      busy={becoming.isPending}
      refused={refusalOf(becoming.error)}
      guest={guest?.viewer}
      cancel={guest?.close}
    />
  );
}

function Topic({ hashtag }: { hashtag: HashtagPage }) {
  const { t } = useWords();
  const campaign = useCampaignSlug();
  const { viewer } = useViewer();
  const naming = useNaming();
  const asksName = naming();
  const { filter, go } = useFeedAddress();
  const wide = useMedia('(min-width: 1200px)');
  const narrow = !useMedia('(min-width: 768px)');
  const { slug, title, topic, sample, spoken, carriedBy } = hashtag;
  usePageTitle(`#${title}`);

  const share = (
    <ShareButton
      target={{
        path: inCampaign(campaign, `/topics/${slug}`),
        title: `#${title}`,
        place: t('topics.title'),
        face: hashtagFace(hashtag),
        sample,
      }}
    />
  );
  const voices = (
    <Voices spoken={spoken} narrow={narrow} chosen={filter.region} choose={(region) => go({ answered: filter.answered, region })} />
  );
  const rooms = <CarryingRooms key={topic} campaign={hashtag.campaign} channels={carriedBy} />;
  const folded = (
    <details className={styles.folded}>
      <summary>{t('topics.whereAndRooms')}</summary>
      {voices}
      {rooms}
    </details>
  );
  return (
    <>
      <HashtagHero hashtag={hashtag} actions={share} />
      <div className={`wrap ${styles.page}`}>
        <div className={styles.talk}>
          <ModeratedTalk viewer={viewer} naming={asksName}>
            <HashtagTalk key={topic} topic={topic} viewer={viewer} naming={naming} filter={filter} go={go} between={wide ? null : folded} />
          </ModeratedTalk>
        </div>
        {wide ? (
          <aside aria-label={t('topics.whereAndRooms')}>
            {voices}
            {rooms}
          </aside>
        ) : null}
      </div>
      <ResumeBanner place="page" />
    </>
  );
}

/** One conversation across many rooms. */
export function TopicPage() {
  const { t } = useWords();
  const slug = useParams({ strict: false, select: ({ topic }) => topic }) ?? '';
  const { hashtag, error, retry } = useHashtag(useCampaignSlug(), slug);
  if (hashtag) return <Topic hashtag={hashtag} />;

  const refused = refusalOf(error);
  if (refused && refused.retry === 'never') return <TopicUnknown />;
  if (error)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void retry()} />
      </div>
    );
  return (
    <div className={styles.blank}>
      <output className="unseen">{t('topics.loading')}</output>
    </div>
  );
}
