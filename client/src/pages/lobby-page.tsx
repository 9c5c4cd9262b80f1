import type { LobbyChannel } from '@yunhui/contracts';
import Telescope from 'lucide-react/icons/telescope';
import { type ReactNode, useState } from 'react';
import { ChannelTile } from '../features/lobby/channel-tile.js';
import { LiveCard } from '../features/lobby/live-card.js';
import { LobbyHead } from '../features/lobby/lobby-head.js';
import { LobbySkeleton } from '../features/lobby/lobby-skeleton.js';
import { NewlyLiveChip } from '../features/lobby/newly-live-chip.js';
import { ProvinceMap } from '../features/lobby/province-map.js';
import { useInView, type Watch } from '../features/lobby/use-in-view.js';
import { useCampaign, useLobby, type LobbyView } from '../features/lobby/use-lobby.js';
import { RemindButton } from '../features/reminders/remind-button.js';
import { remindableTile } from '../features/reminders/remindable.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { refusalOf } from '../platform/http.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import { Unreachable } from '../ui/unreachable.js';
import styles from './lobby-page.module.css';

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        {hint ? <p>{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Offers to remind of what a card shows next. */
function useTileAction(): (tile: LobbyChannel) => ReactNode {
  const campaign = useCampaignSlug();
  return (tile) => {
    const session = remindableTile(tile, campaign);
    return session ? <RemindButton session={session} look="icon" /> : null;
  };
}

function Cards({ tiles, watch }: { tiles: readonly LobbyChannel[]; watch: Watch }) {
  const actionOf = useTileAction();
  return (
    <div className={styles.cards}>
      {tiles.map((tile) => (
        <LiveCard key={tile.slug} channel={tile} watch={watch} action={actionOf(tile)} />
      ))}
    </div>
  );
}

function Tiles({ tiles, watch }: { tiles: readonly LobbyChannel[]; watch: Watch }) {
  return (
    <ul className={styles.tiles}>
      {tiles.map((tile) => (
        <ChannelTile key={tile.slug} channel={tile} watch={watch} />
      ))}
    </ul>
  );
}

/**
 * The stage of a page that was opened while nothing was live: its place is kept, and the first that goes live
 * takes it and stays. Everything else keeps its order until the chip is pressed.
 */
function useFilledStage(first: LobbyChannel | undefined, tiles: LobbyView['tiles']): LobbyChannel | undefined {
  const [filled, setFilled] = useState<string>();
  if (first) return first;
  const live = filled === undefined ? [...tiles.values()].find(({ state }) => state === 'live') : tiles.get(filled);
  if (live && filled === undefined) setFilled(live.slug);
  return live;
}

function LobbySections({ view, watch }: { view: LobbyView; watch: Watch }) {
  const { t } = useWords();
  const tilesOf = (section: keyof LobbyView['arrangement']) => view.arrangement[section].flatMap((slug) => view.tiles.get(slug) ?? []);
  const [first, ...live] = tilesOf('live');
  const stage = useFilledStage(first, view.tiles);
  const [soon, later, other] = [tilesOf('soon'), tilesOf('later'), tilesOf('other')];
  return (
    <>
      <div className={styles.hero}>
        {stage ? (
          <LiveCard channel={stage} stage watch={watch} />
        ) : (
          <div className={styles.vacant}>
            <EmptyState icon={<Telescope {...icon(32)} />} title={t('lobby.noneLive')}>
              {t('lobby.noneLive.body')}
            </EmptyState>
          </div>
        )}
        <ProvinceMap tiles={[...view.tiles.values()]} />
      </div>
      {live.length > 0 ? (
        <Section title={t('lobby.section.live')} hint={t('lobby.order')}>
          <Cards tiles={live} watch={watch} />
        </Section>
      ) : null}
      {soon.length > 0 ? (
        <Section title={t('lobby.section.soon')}>
          <Cards tiles={soon} watch={watch} />
        </Section>
      ) : null}
      {later.length > 0 ? (
        <Section title={t('lobby.section.later')}>
          <Tiles tiles={later} watch={watch} />
        </Section>
      ) : null}
      {other.length > 0 ? (
        <Section title={t('lobby.section.other')}>
          <Tiles tiles={other} watch={watch} />
        </Section>
      ) : null}
    </>
  );
}

/** The lobby of a campaign: what is live now, first. Order changes on load and on the chip, never by itself. */
export function LobbyPage() {
  const slug = useCampaignSlug();
  const { t, pick, refusal } = useWords();
  const { inView, watch } = useInView();
  const { view, error, retry } = useLobby(slug, inView);
  const campaign = useCampaign(slug).data;
  usePageTitle(campaign ? pick(campaign.name, campaign.nameEn) : t('lobby.title'));

  const refused = refusalOf(error);
  if (!view && error)
    return (
      <div className="wrap">
        <Unreachable retry={() => void retry()} reason={refused && refusal(refused)} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      {view ? (
        <>
          <LobbyHead tiles={[...view.tiles.values()]} campaign={campaign} />
          {view.tiles.size > 0 ? (
            <LobbySections view={view} watch={watch} />
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
