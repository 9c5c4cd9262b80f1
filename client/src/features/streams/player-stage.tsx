import type { Channel, Session, Still } from '@yunhui/contracts';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { hubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { choosePlayer } from '../../platform/player-choices.js';
import { useConnection } from '../../platform/realtime.js';
import { pictureAddress } from '../../platform/uploads.js';
import { type Face, faceOf } from '../../ui/element/face.js';
import { Plate, plateAddress } from '../../ui/plate.js';
import { useStill } from '../../ui/use-still.js';
import { useControlWords } from './controls/control-words.js';
import { CornerControls, PlayerControls } from './controls/player-controls.js';
import { PlayerSettings } from './controls/player-settings.js';
import styles from './player-stage.module.css';
import { CornerHead, PlayerHead } from './player-head.js';
import { PlayerPrompts } from './player-prompts.js';
import { closePlayer } from './playing.js';
import { playableLinks, slateOf } from './slate/slate.rules.js';
import { Slate } from './slate/slate.js';
import { useCaptions } from './use-captions.js';
import { useMediaSession } from './use-media-session.js';
import { usePlayer } from './use-player.js';
import { usePlayerKeys } from './use-player-keys.js';
import { useControls, useDeskOf, useFullscreenOf, useWishes } from './use-stage.js';
import { useWatchBeat } from './use-watch-beat.js';
import { useViewing } from './viewing/use-viewing.js';

type PlayerStageProps = {
  channel: Channel;
  title: string;
  /** What the hub saw there last: it stands for the picture until that is there. */
  still: Still | undefined;
  /** Asks the hub for fresh links. */
  refresh: () => void;
  corner: boolean;
  /** Over the picture, under the controls: danmaku, reactions. */
  overlay?: ReactNode;
  /** In the bar: a switch for what lies over the picture. */
  extra?: ReactNode;
  /** 预约提醒 for a session that has not begun. */
  remind?: (session: Session) => ReactNode;
  /** In the settings: to report what plays. */
  report?: ReactNode;
};

/** The one place where a channel plays: the picture with its controls, or a slate that says why not and what next. */
export function PlayerStage({ channel, title, still, refresh, corner, overlay, extra, remind, report }: PlayerStageProps) {
  const { t, language } = useWords();
  const frame = useRef<HTMLElement>(null);
  const controller = useRef<HTMLElement>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const links = useMemo(() => playableLinks(channel), [channel]);
  const { wishes, setHeight, setSound, listenOnly } = useWishes();
  const beat = useWatchBeat(channel.slug, channel.current?.id);
  const viewing = useViewing(channel.slug);
  const player = usePlayer({ video, links, wishes, viewing, onExhausted: refresh, onProgress: beat });
  const connection = useConnection();
  const face = faceOf({ slug: channel.slug, region: channel.region.key, title: channel.title });
  const replay = channel.state === 'replay';
  const { audioOnly } = wishes;
  const captions = useCaptions(video, language, corner ? 'corner' : 'page');

  useControls(video, replay);
  useFullscreenOf(controller, frame);
  usePlayerKeys(controller, video, !corner);
  useMediaSession(video, { title, channel: channel.title, picture: plateAddress(face), stop: closePlayer });
  useDeskOf(channel.slug, video, player, { links, audioOnly, listenOnly });

  const offline = !navigator.onLine || connection.status === 'waiting';
  const slate = slateOf({ channel, player: player.state, offline, now: hubNow() });
  const { phase } = player.state;
  const isAwaited = !slate && !audioOnly && (phase === 'connecting' || phase === 'refused');
  const settings = (
    <PlayerSettings
      qualities={player.qualities}
      height={wishes.height}
      chooseHeight={setHeight}
      sounds={player.sounds}
      sound={wishes.sound}
      chooseSound={setSound}
      captions={captions.captions}
      shown={captions.shown}
      chooseCaption={captions.choose}
      audioOnly={audioOnly}
      listenOnly={listenOnly}
      figures={{
        video,
        statistics: player.statistics,
        delay: () => player.delay?.latencyS,
        story: () => player.link && viewing.storyOf(player.link),
        health: () => player.link?.health,
      }}
      report={report}
    />
  );
  return (
    <section
      ref={frame}
      className={styles.player}
      aria-label={t('player.name', { title })}
      data-phase={slate ? 'slate' : phase}
      data-corner={corner || undefined}
      data-listening={audioOnly || undefined}
      data-captioned={captions.shown !== 'off' || undefined}
    >
      <Behind face={face} still={isAwaited ? still : undefined} cover={(channel.current ?? channel.next)?.cover} />
      <media-controller
        ref={controller}
        lang={useControlWords()}
        className={styles.controller}
        autohide="3"
        nohotkeys
        noautoseektolive
        novolumepref
        nomutedpref
        nosubtitleslangpref
        gesturesdisabled={slate !== undefined}
        onmediamuterequest={() => choosePlayer({ sound: false })}
        onmediaunmuterequest={() => choosePlayer({ sound: true })}
        onmediavolumerequest={({ detail }) => choosePlayer({ volume: detail, sound: detail > 0 })}
        onmediatogglesubtitlesrequest={captions.keep}
      >
        <Picture attach={setVideo} title={title} hidden={slate !== undefined || audioOnly} />
        {corner ? <CornerHead slug={channel.slug} title={title} /> : <PlayerHead channel={channel} />}
        {slate ? null : (
          <>
            {overlay}
            <PlayerPrompts
              phase={phase}
              video={video}
              play={player.play}
              unmute={player.unmute}
              listening={audioOnly}
              title={title}
              corner={corner}
            />
            {corner ? (
              <CornerControls />
            ) : (
              <PlayerControls
                replay={replay}
                captions={captions.captions.length > 0}
                delay={player.delay}
                toLiveEdge={player.toLiveEdge}
                settings={settings}
                extra={extra}
              />
            )}
          </>
        )}
      </media-controller>
      {slate ? <Slate slate={slate} retry={player.retry} remind={remind} corner={corner} /> : null}
    </section>
  );
}

/** The plate, and over it what was seen there last, for who does not save data, or the host's cover. */
function Behind({ face, still, cover }: { face: Face; still: Still | undefined; cover: string | undefined }) {
  const seen = useStill(still);
  return <Plate face={face} first still={seen ?? (cover && pictureAddress(cover, 640))} />;
}

/** In WeChat and old Android browsers a video takes the whole screen by itself, unless each of these forbids it. */
function Picture({ attach, title, hidden }: { attach: (video: HTMLVideoElement | null) => void; title: string; hidden: boolean }) {
  return (
    // Captions come with the stream, as its own tracks.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={attach}
      slot="media"
      className={styles.picture}
      playsInline
      webkit-playsinline="true"
      x5-playsinline="true"
      x5-video-player-type="h5"
      x5-video-player-fullscreen="false"
      x-webkit-airplay="allow"
      data-away={hidden || undefined}
      aria-label={title}
    />
  );
}
