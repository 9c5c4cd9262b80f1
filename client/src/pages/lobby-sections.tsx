import type { LobbyChannel } from '@yunhui/contracts';
import Telescope from 'lucide-react/icons/telescope';
import { lazy, type ReactNode } from 'react';
import { ChannelTile } from '../features/lobby/channel-tile.js';
import { LiveCard } from '../features/lobby/live-card.js';
import { LobbyFilter } from '../features/lobby/lobby-filter.js';
import { LobbyHero } from '../features/lobby/lobby-hero.js';
import { tilesIn, type Section } from '../features/lobby/lobby.rules.js';
import { isWanted, type Wanted } from '../features/lobby/tile-filter.js';
import { TodayAxis } from '../features/lobby/today-axis.js';
import { useFilledStage } from '../features/lobby/use-filled-stage.js';
import { useFilter } from '../features/lobby/use-filter.js';
import type { Watch } from '../features/lobby/use-in-view.js';
import type { LobbyView } from '../features/lobby/use-lobby.js';
import { RemindButton } from '../features/reminders/remind-button.js';
import { remindableTile } from '../features/reminders/remindable.js';
import { usePlaying } from '../features/streams/playing.js';
import { useWords } from '../platform/i18n/use-words.js';
import { Button } from '../ui/button.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './lobby-sections.module.css';

const LobbyPreview = lazy(async () => ({ default: (await import('./lobby-preview.js')).LobbyPreview }));

const idOf = (section: Section): string => `lobby-${section}`;

function Titled({ name, title, hint, children }: { name: Section; title: string; hint: string | undefined; children: ReactNode }) {
  return (
    <section id={idOf(name)} className={styles.section}>
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

/** How each section is shown, in the order of the page. */
const sectionsInOrder = [
  { section: 'live', Shown: Cards, hint: true },
  { section: 'soon', Shown: Cards, hint: false },
  { section: 'later', Shown: Tiles, hint: false },
  { section: 'replays', Shown: Cards, hint: false },
  { section: 'other', Shown: Tiles, hint: false },
] as const;

/** The sections in their order; those with nothing in them are left out. */
function Sections({ tilesOf, watch }: { tilesOf: (section: Section) => readonly LobbyChannel[]; watch: Watch }) {
  const { t } = useWords();
  return sectionsInOrder.map(({ section, Shown, hint }) => {
    const tiles = tilesOf(section);
    if (tiles.length === 0) return null;
    return (
      <Titled key={section} name={section} title={t(`lobby.section.${section}`)} hint={hint ? t('lobby.order') : undefined}>
        <Shown tiles={tiles} watch={watch} />
      </Titled>
    );
  });
}

const toReplays = (): void => document.getElementById(idOf('replays'))?.scrollIntoView();

/** The whole lobby, or what of it is wanted: then without the stage, and never empty without a next step. */
export function LobbySections({ view, watch, campaign }: { view: LobbyView; watch: Watch; campaign: string }) {
  const { t } = useWords();
  const { wanted, want, clear } = useFilter();
  const filtered = wanted.region !== undefined || wanted.form !== undefined;
  const tiles = [...view.tiles.values()];
  const found = tiles.some((tile) => isWanted(tile, wanted));
  const playing = usePlaying() !== undefined;
  const slugs = view.arrangement.live;
  const stage = useFilledStage(slugs[0] === undefined ? undefined : view.tiles.get(slugs[0]), view.tiles);
  const tilesOf = (section: Section) => tilesIn(section, view, !filtered).filter((tile) => isWanted(tile, wanted));
  const order = (change: Wanted) => {
    view.rearrange();
    want(change);
  };
  return (
    <div className={styles.sections}>
      {filtered ? null : <LobbyHero stage={stage} view={view} watch={watch} Preview={LobbyPreview} playing={playing} />}
      <div className={styles.day}>
        <TodayAxis campaign={campaign} region={wanted.region} toReplays={tilesOf('replays').length > 0 ? toReplays : undefined} />
        <LobbyFilter tiles={tiles} wanted={wanted} want={order} />
      </div>
      {filtered && !found ? (
        <EmptyState
          icon={<Telescope {...icon(32)} />}
          title={t('lobby.filter.none')}
          action={
            <Button look="primary" onClick={clear}>
              {t('lobby.filter.clear')}
            </Button>
          }
        >
          {t('lobby.filter.none.body')}
        </EmptyState>
      ) : null}
      {filtered && found ? (
        <Button look="quiet" onClick={clear}>
          {t('lobby.filter.clear')}
        </Button>
      ) : null}
      <Sections tilesOf={tilesOf} watch={watch} />
    </div>
  );
}
