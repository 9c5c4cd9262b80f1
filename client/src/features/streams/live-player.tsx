import type { Channel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import VolumeX from 'lucide-react/icons/volume-x';
import { useMemo, useRef } from 'react';
import { useConnection } from '../../platform/realtime.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { faceOf } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { Plate } from '../../ui/plate.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import styles from './live-player.module.css';
import { PlayerControls } from './player-controls.js';
import { playableLinks, slateOf } from './slate.rules.js';
import { Slate } from './slate.js';
import { useFullscreen } from './use-fullscreen.js';
import { usePlayer } from './use-player.js';
import { useWatchBeat } from './use-watch-beat.js';

/** The place where a channel plays: the picture with its few controls, or a slate that says why not and what next. */
export function LivePlayer({ channel, title, refresh }: { channel: Channel; title: string; refresh: () => void }) {
  const { t, viewers } = useWords();
  const frame = useRef<HTMLElement>(null);
  const links = useMemo(() => playableLinks(channel), [channel]);
  const beat = useWatchBeat(channel.slug, channel.current?.id);
  const { attach, ...player } = usePlayer({ links, onExhausted: refresh, onProgress: beat });
  const fullscreen = useFullscreen(frame);
  const connection = useConnection();

  const offline = !navigator.onLine || connection.status === 'waiting';
  const slate = slateOf({ channel, player: player.state, offline });
  const { phase } = player.state;
  const loading = phase === 'connecting' || phase === 'buffering';
  return (
    <section ref={frame} className={styles.player} aria-label={t('player.name', { title })} data-phase={slate ? 'slate' : phase}>
      <Plate face={faceOf({ slug: channel.slug, region: channel.region.key, title: channel.title })} first />
      <video ref={attach} muted playsInline hidden={slate !== undefined} aria-label={title} />
      <div className={styles.top}>
        <Link to="/" className={`${styles.control} ${styles.back}`} aria-label={t('channel.back')}>
          <ChevronLeft {...icon(22)} />
        </Link>
        <StateBadge state={channel.state} late={channel.late} overPlate />
        {channel.viewers > 0 ? <span className={`${styles.pill} num`}>{viewers(channel.viewers)}</span> : null}
        {channel.sample ? <SampleMark overPlate /> : null}
      </div>
      {slate ? (
        <Slate slate={slate} retry={player.retry} />
      ) : (
        <>
          {phase === 'refused' ? (
            <button type="button" className={styles.prompt} onClick={player.togglePlay}>
              {t('player.tapPlay')}
            </button>
          ) : null}
          {phase === 'playing' && player.muted ? (
            <button type="button" className={styles.prompt} onClick={() => player.setMuted(false)}>
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
          <PlayerControls player={player} replay={channel.state === 'replay'} fullscreen={fullscreen} />
        </>
      )}
      {player.switchedFrom && !slate ? (
        <output className={styles.switched}>{t('player.switched', { from: player.switchedFrom })}</output>
      ) : null}
    </section>
  );
}
