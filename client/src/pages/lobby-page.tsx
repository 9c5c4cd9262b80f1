import Telescope from 'lucide-react/icons/telescope';
import { LobbyHead } from '../features/lobby/lobby-head.js';
import { LobbySkeleton } from '../features/lobby/lobby-skeleton.js';
import { NewlyLiveChip } from '../features/lobby/newly-live-chip.js';
import { useInView } from '../features/lobby/use-in-view.js';
import { useLobby } from '../features/lobby/use-lobby.js';
import { useCampaign } from '../platform/campaign.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useQuiet } from '../platform/quiet.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import { Unreachable } from '../ui/unreachable.js';
import styles from './lobby-page.module.css';
import { LobbySections } from './lobby-sections.js';

/** The lobby of a campaign: what is live now, first. Order changes on load and on the chip, never by itself. */
export function LobbyPage() {
  const slug = useCampaignSlug();
  const { t, pick } = useWords();
  const quiet = useQuiet();
  const { inView, watch } = useInView();
  const { view, error, retry } = useLobby(slug, inView);
  const campaign = useCampaign(slug).data;
  usePageTitle(campaign ? pick(campaign.name, campaign.nameEn) : t('lobby.title'));

  if (!view && error)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void retry()} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      {view ? (
        <>
          {quiet ? <output className={styles.quiet}>{t('lobby.quiet')}</output> : null}
          <LobbyHead tiles={[...view.tiles.values()]} campaign={campaign} />
          {view.tiles.size > 0 ? (
            <LobbySections view={view} watch={watch} campaign={slug} />
          ) : (
            <EmptyState icon={<Telescope {...icon(32)} />} title={t('lobby.empty.title')}>
              {t('lobby.empty.body')}
            </EmptyState>
          )}
          <NewlyLiveChip count={view.newlyLive.length} onPress={view.rearrange} />
          <ResumeBanner place="page" />
        </>
      ) : (
        <LobbySkeleton />
      )}
    </div>
  );
}
