import type { LobbyChannel } from '@yunhui/contracts';
import CirclePlay from 'lucide-react/icons/circle-play';
import { lazy, Suspense, useState } from 'react';
import { useGlance } from '../features/channels/use-channel.js';
import { useWords } from '../platform/i18n/use-words.js';
import { faceOf } from '../ui/element/face.js';
import { icon } from '../ui/icon.js';
import { Plate } from '../ui/plate.js';
import { StateBadge } from '../ui/state-badge.js';
import { useStill } from '../ui/use-still.js';
import styles from './room-picture.module.css';

/** A player is a third of the page's weight: it comes when somebody wants to see what is said something about. */
const StagePreview = lazy(async () => ({ default: (await import('../features/streams/preview/stage-preview.js')).StagePreview }));

function Moving({ slug, shown }: { slug: string; shown: (moves: boolean) => void }) {
  const { channel, refetch } = useGlance(slug);
  return channel ? <StagePreview channel={channel} refresh={() => void refetch()} shown={shown} /> : null;
}

/** What is on in a room: its plate or still, its state, and when one asks for it the moving picture, without sound. */
export function RoomPicture({ slug, region, shown }: { slug: string; region: string; shown: LobbyChannel | undefined }) {
  const state = shown?.state;
  const still = useStill(shown?.still);
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const [moves, setMoves] = useState(false);
  return (
    <div className={styles.picture}>
      <Plate face={faceOf({ slug, region, title: '' })} still={still} />
      {wanted ? (
        <Suspense>
          <Moving slug={slug} shown={setMoves} />
        </Suspense>
      ) : null}
      {state ? (
        <span className={styles.state}>
          <StateBadge state={state} overPlate />
        </span>
      ) : null}
      {state === 'live' && !moves ? (
        <button type="button" className={styles.play} aria-busy={wanted || undefined} onClick={() => setWanted(true)}>
          <CirclePlay {...icon(18)} />
          {t(wanted ? 'desk.picture.coming' : 'desk.picture')}
        </button>
      ) : null}
    </div>
  );
}
