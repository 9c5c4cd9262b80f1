import Maximize from 'lucide-react/icons/maximize';
import Minimize from 'lucide-react/icons/minimize';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import Volume2 from 'lucide-react/icons/volume-2';
import VolumeX from 'lucide-react/icons/volume-x';
import { useTranslation } from 'react-i18next';
import { icon } from '../../ui/icon.js';
import styles from './live-player.module.css';
import { farBehindS } from './player.reducer.js';
import type { Delay, Player } from './use-player.js';

/** Where one is: at the edge with the delay, or a way back to it. */
function Edge({ delay, replay, toLiveEdge }: { delay: Delay | undefined; replay: boolean; toLiveEdge: () => void }) {
  const { t } = useTranslation();
  if (replay) return <span className={styles.edge}>{t('player.replay')}</span>;
  if (delay && delay.behindS > farBehindS) {
    return (
      <button type="button" className={`${styles.control} ${styles.toEdge}`} onClick={toLiveEdge}>
        {t('player.toEdge')}
      </button>
    );
  }
  return (
    <span className={`${styles.edge} num`}>
      <i />
      {delay ? t('player.latency', { seconds: Math.max(0, Math.round(delay.latencyS)) }) : t('player.live')}
    </span>
  );
}

export function PlayerControls({
  player,
  replay,
  fullscreen,
}: {
  player: Omit<Player, 'attach'>;
  replay: boolean;
  fullscreen: { on: boolean; toggle: () => void };
}) {
  const { t } = useTranslation();
  const stopped = player.state.phase === 'paused' || player.state.phase === 'refused';
  return (
    <div className={styles.controls}>
      <button type="button" className={styles.control} aria-label={t(stopped ? 'player.play' : 'player.pause')} onClick={player.togglePlay}>
        {stopped ? <Play {...icon()} /> : <Pause {...icon()} />}
      </button>
      <button
        type="button"
        className={styles.control}
        aria-label={t(player.muted ? 'player.unmute' : 'player.mute')}
        onClick={() => player.setMuted(!player.muted)}
      >
        {player.muted ? <VolumeX {...icon()} /> : <Volume2 {...icon()} />}
      </button>
      <Edge delay={player.delay} replay={replay} toLiveEdge={player.toLiveEdge} />
      <button
        type="button"
        className={`${styles.control} ${styles.last}`}
        aria-label={t(fullscreen.on ? 'player.leaveFullscreen' : 'player.fullscreen')}
        onClick={fullscreen.toggle}
      >
        {fullscreen.on ? <Minimize {...icon()} /> : <Maximize {...icon()} />}
      </button>
    </div>
  );
}
