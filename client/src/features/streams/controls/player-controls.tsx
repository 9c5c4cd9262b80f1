import Captions from 'lucide-react/icons/captions';
import CaptionsOff from 'lucide-react/icons/captions-off';
import Maximize from 'lucide-react/icons/maximize';
import Minimize from 'lucide-react/icons/minimize';
import Pause from 'lucide-react/icons/pause';
import PictureInPicture from 'lucide-react/icons/picture-in-picture-2';
import Play from 'lucide-react/icons/play';
import Volume2 from 'lucide-react/icons/volume-2';
import VolumeX from 'lucide-react/icons/volume-x';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { farBehindS } from '../player.reducer.js';
import type { Delay } from '../use-player.js';
import styles from './player-controls.module.css';

const rates = '0.75 1 1.25 1.5 2';

function PlayAndSound({ small }: { small: boolean }) {
  return (
    <>
      <media-play-button notooltip={small}>
        <Play slot="play" {...icon()} />
        <Pause slot="pause" {...icon()} />
      </media-play-button>
      <media-mute-button notooltip={small}>
        <VolumeX slot="off" {...icon()} />
        <Volume2 slot="low" {...icon()} />
        <Volume2 slot="medium" {...icon()} />
        <Volume2 slot="high" {...icon()} />
      </media-mute-button>
    </>
  );
}

/** Where one is: at the edge with the delay, or a way back to it. The seconds change too often to be read out. */
function Edge({ delay, toLiveEdge }: { delay: Delay | undefined; toLiveEdge: () => void }) {
  const { t } = useWords();
  if (delay && delay.behindS > farBehindS) {
    return (
      <button type="button" className={styles.toEdge} onClick={toLiveEdge}>
        {t('player.toEdge')}
      </button>
    );
  }
  return (
    <span className={`${styles.edge} num`}>
      <i />
      <span className={styles.short}>{t('player.live')}</span>
      <span className={styles.full}>
        {delay ? t('player.latency', { seconds: Math.max(0, Math.round(delay.latencyS)) }) : t('player.live')}
      </span>
    </span>
  );
}

/** A recording has a length: where one is in it, and how fast. */
function Recording() {
  return (
    <>
      <media-time-range className={styles.time} />
      <media-time-display showduration className={`${styles.clock} num`} />
    </>
  );
}

/** Captions are on or off, which the element says in `aria-checked`; of a button, its own role each time it is put somewhere, nobody would be told that. */
const asSwitch = (element: HTMLElement | null): (() => void) | undefined => {
  if (!element) return undefined;
  const insist = (): void => {
    if (element.getAttribute('role') !== 'switch') element.setAttribute('role', 'switch');
  };
  const observer = new MutationObserver(insist);
  observer.observe(element, { attributeFilter: ['role'] });
  insist();
  return () => observer.disconnect();
};

/** The bar under the picture. `extra` is others': danmaku. `settings` opens qualities, captions and keys. */
export function PlayerControls({
  replay,
  captions,
  delay,
  toLiveEdge,
  settings,
  extra,
}: {
  replay: boolean;
  captions: boolean;
  delay: Delay | undefined;
  toLiveEdge: () => void;
  settings: ReactNode;
  extra?: ReactNode;
}) {
  return (
    <div className={styles.bar}>
      <PlayAndSound small={false} />
      <media-volume-range className={styles.volume} />
      {replay ? <Recording /> : <Edge delay={delay} toLiveEdge={toLiveEdge} />}
      <span className={styles.space} />
      {extra}
      {replay ? <media-playback-rate-button rates={rates} className={styles.rate} /> : null}
      {captions ? (
        <media-captions-button ref={asSwitch}>
          <Captions slot="on" {...icon()} />
          <CaptionsOff slot="off" {...icon()} />
        </media-captions-button>
      ) : null}
      {settings}
      <media-pip-button className={styles.pip}>
        <PictureInPicture slot="enter" {...icon()} />
        <PictureInPicture slot="exit" {...icon()} />
      </media-pip-button>
      <media-fullscreen-button>
        <Maximize slot="enter" {...icon()} />
        <Minimize slot="exit" {...icon()} />
      </media-fullscreen-button>
    </div>
  );
}

/** In the corner there is room for two. */
export function CornerControls() {
  return (
    <div className={styles.bar}>
      <PlayAndSound small />
    </div>
  );
}
