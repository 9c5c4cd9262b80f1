import { followedIn } from '../features/lobby/lobby.rules.js';
import type { Watch } from '../features/lobby/use-in-view.js';
import type { LobbyView } from '../features/lobby/use-lobby.js';
import { useWords } from '../platform/i18n/use-words.js';
import { Tiles, Titled } from './lobby-lists.js';

/** So many stand in the row, which is two lines on a phone; the filter shows all. */
const mostInRow = 10;

/** The channels that this device follows, before all others and once more in their own places. */
export function FollowedRow({ view, followed, watch }: { view: LobbyView; followed: readonly string[]; watch: Watch }) {
  const { t } = useWords();
  const tiles = followedIn(view, followed).slice(0, mostInRow);
  if (tiles.length === 0) return null;
  return (
    <Titled name="followed" title={t('lobby.followed')} hint={undefined}>
      <Tiles tiles={tiles} watch={watch} />
    </Titled>
  );
}
