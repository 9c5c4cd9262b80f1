import type { LobbyChannel } from '@yunhui/contracts';
import { lazy } from 'react';
import { following } from '../features/following/following-store.js';
import { LobbyFilter } from '../features/lobby/lobby-filter.js';
import { LobbyHero } from '../features/lobby/lobby-hero.js';
import { firstOf, tilesIn, type Section } from '../features/lobby/lobby.rules.js';
import { isWanted } from '../features/lobby/tile-filter.js';
import { TodayAxis } from '../features/lobby/today-axis.js';
import { useFilledStage } from '../features/lobby/use-filled-stage.js';
import { type ChangeFilter, useFilter } from '../features/lobby/use-filter.js';
import { useFirstScreens } from '../features/lobby/use-first-screens.js';
import type { Watch } from '../features/lobby/use-in-view.js';
import type { LobbyView } from '../features/lobby/use-lobby.js';
import { usePlaying } from '../features/streams/playing.js';
import { useWords } from '../platform/i18n/use-words.js';
import { Button } from '../ui/button.js';
import { FollowedRow } from './lobby-followed.js';
import { Cards, idOf, Tiles, Titled } from './lobby-lists.js';
import { NothingWanted } from './lobby-nothing.js';
import styles from './lobby-sections.module.css';

const LobbyPreview = lazy(async () => ({ default: (await import('./lobby-preview.js')).LobbyPreview }));

/** How each section is shown, in the order of the page. */
const sectionsInOrder = [
  { section: 'live', Shown: Cards, hint: true },
  { section: 'soon', Shown: Cards, hint: false },
  { section: 'later', Shown: Tiles, hint: false },
  { section: 'replays', Shown: Cards, hint: false },
  { section: 'other', Shown: Tiles, hint: false },
] as const;

/** The sections in their order, at first as far down as one sees; those with nothing in them are left out. */
function Sections({ tilesOf, watch }: { tilesOf: (section: Section) => readonly LobbyChannel[]; watch: Watch }) {
  const { t } = useWords();
  const most = useFirstScreens();
  const drawn = firstOf(
    sectionsInOrder.map(({ section }) => tilesOf(section)),
    most,
  );
  return sectionsInOrder.map(({ section, Shown, hint }, place) => {
    const tiles = drawn[place] ?? [];
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
  const followed = following.use();
  const { wanted, want, clear } = useFilter(followed);
  const filtered = Object.values(wanted).some((part) => part !== undefined);
  const tiles = [...view.tiles.values()];
  const found = tiles.some((tile) => isWanted(tile, wanted));
  const playing = usePlaying() !== undefined;
  const slugs = view.arrangement.live;
  const stage = useFilledStage(slugs[0] === undefined ? undefined : view.tiles.get(slugs[0]), view.tiles);
  const tilesOf = (section: Section) => tilesIn(section, view, !filtered).filter((tile) => isWanted(tile, wanted));
  const order: ChangeFilter = (change) => {
    view.rearrange();
    want(change);
  };
  return (
    <div className={styles.sections}>
      {filtered ? null : <LobbyHero stage={stage} view={view} watch={watch} Preview={LobbyPreview} playing={playing} />}
      <div className={styles.day}>
        <TodayAxis campaign={campaign} region={wanted.region} toReplays={tilesOf('replays').length > 0 ? toReplays : undefined} />
        <LobbyFilter tiles={tiles} wanted={wanted} followed={followed} want={order} />
      </div>
      {found ? null : <NothingWanted followsNone={wanted.followed?.length === 0} clear={clear} />}
      {filtered && found ? (
        <Button look="quiet" onClick={clear}>
          {t('lobby.filter.clear')}
        </Button>
      ) : null}
      {filtered ? null : <FollowedRow view={view} followed={followed} watch={watch} />}
      <Sections tilesOf={tilesOf} watch={watch} />
    </div>
  );
}
