import { lazy, Suspense } from 'react';
import { usePlaying } from '../features/streams/playing.js';

const PlayingChannel = lazy(async () => ({ default: (await import('../pages/playing-channel.js')).PlayingChannel }));

/** Where the page's one player lives: in the shell, so that it outlives the page it began on. Its code comes with the first channel. */
export function PlayerHost() {
  const playing = usePlaying();
  return playing ? (
    <Suspense>
      <PlayingChannel />
    </Suspense>
  ) : null;
}
