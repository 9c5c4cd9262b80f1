import type { Channel } from '@yunhui/contracts';
import { useEffect, useMemo, useState } from 'react';
import { usePlayerChoices } from '../../../platform/player-choices.js';
import { playableLinks } from '../slate/slate.rules.js';
import { usePlayer } from '../use-player.js';
import styles from './stage-preview.module.css';

const wishes = { height: undefined, lowData: false, audioOnly: false, sound: undefined };
const nothing = () => undefined;

type StagePreviewProps = {
  channel: Channel;
  /** Asks the hub for fresh links. */
  refresh: () => void;
  /** Whether there is a picture to see. */
  shown: (moves: boolean) => void;
};

/**
 * The picture of a channel without its sound, over a plate that stays whenever it does not move: no slate, no controls.
 * Nobody watches it, so it is no beat of a viewer's; 省流 has none.
 */
export function StagePreview({ channel, refresh, shown }: StagePreviewProps) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const { lowData } = usePlayerChoices();
  const links = useMemo(() => (lowData ? [] : playableLinks(channel)), [channel, lowData]);
  const { state } = usePlayer({ video, links, wishes, silent: true, onExhausted: refresh, onProgress: nothing });
  const moves = state.phase === 'playing' || state.phase === 'buffering';
  useEffect(() => {
    shown(moves);
    return () => shown(false);
  }, [moves, shown]);
  return (
    <video
      ref={setVideo}
      className={styles.picture}
      data-shown={moves || undefined}
      muted
      playsInline
      disablePictureInPicture
      disableRemotePlayback
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}
