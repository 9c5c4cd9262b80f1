import Headphones from 'lucide-react/icons/headphones';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import VolumeX from 'lucide-react/icons/volume-x';
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import type { PlayerState } from './player.reducer.js';
import styles from './player-stage.module.css';

function useMuted(video: HTMLVideoElement | null): boolean {
  return useSyncExternalStore(
    (changed) => {
      video?.addEventListener('volumechange', changed);
      return () => video?.removeEventListener('volumechange', changed);
    },
    () => video?.muted ?? true,
  );
}

/** What the picture asks for in words: a tap to begin, a tap for the sound, patience. None of it goes with the controls. */
export function PlayerPrompts({
  phase,
  video,
  play,
  unmute,
  listening,
  title,
  corner,
}: {
  phase: PlayerState['phase'];
  video: HTMLVideoElement | null;
  play: () => void;
  unmute: () => void;
  listening: boolean;
  title: string;
  corner: boolean;
}) {
  const { t } = useTranslation();
  const muted = useMuted(video);
  const loading = phase === 'connecting' || phase === 'buffering';
  return (
    <div className={styles.prompts} slot="centered-chrome" {...{ noautohide: '' }}>
      {listening && !corner ? (
        <p className={styles.listening}>
          <Headphones {...icon(22)} />
          <b>{title}</b>
          {t('player.listening')}
        </p>
      ) : null}
      {phase === 'refused' ? (
        <button type="button" className={styles.prompt} onClick={play}>
          {t('player.tapPlay')}
        </button>
      ) : null}
      {phase === 'playing' && muted && !corner ? (
        <button type="button" className={styles.prompt} onClick={unmute}>
          <VolumeX {...icon(18)} />
          {t('player.tapUnmute')}
        </button>
      ) : null}
      <output className={styles.loading}>
        {loading ? (
          <>
            <LoaderCircle {...icon(18)} />
            {t(phase === 'connecting' ? 'player.connecting' : 'player.buffering')}
          </>
        ) : null}
      </output>
    </div>
  );
}
