import type { LobbyChannel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import Play from 'lucide-react/icons/play';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { Plate } from '../../ui/plate.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import styles from './live-card.module.css';
import type { Watch } from './use-in-view.js';
import { useTileWords } from './tile-words.js';

/** Since when it is on, or when it starts. A channel that never stops has neither. */
function When({ channel: { session, state, roundTheClock } }: { channel: LobbyChannel }) {
  const now = useHubNow(15_000);
  const { t, clock, elapsed } = useWords();
  if (roundTheClock) return <span className={styles.when}>{t('time.allDay')}</span>;
  if (!session || state === 'ended' || state === 'blocked') return null;
  if (state === 'live' || state === 'interrupted') return <span className={styles.when}>{elapsed(now - session.start)}</span>;
  return <span className={styles.when}>{t('time.startsAt', { time: clock(session.start) })}</span>;
}

/** A channel with its plate. `stage` is the first of the page, which is wide where there is room. */
export function LiveCard({ channel, stage = false, watch }: { channel: LobbyChannel; stage?: boolean; watch: Watch }) {
  const { t, viewers } = useWords();
  const words = useTileWords(channel);
  const face = faceOf(channel);
  const host = channel.host ?? words.name;
  return (
    <article ref={watch} data-slug={channel.slug} className={styles.card} data-stage={stage || undefined}>
      <Link to="/channels/$slug" params={{ slug: channel.slug }} className={styles.link}>
        <span className={styles.poster}>
          <Plate face={face} seed={channel.slug} />
          <span className={styles.badges}>
            <StateBadge state={channel.state} late={channel.late} overPlate />
            {channel.session ? <span className={styles.pill}>{channel.session.form}</span> : null}
            {channel.sample ? <SampleMark overPlate /> : null}
          </span>
          <When channel={channel} />
        </span>
        <span className={styles.body}>
          <ElementCell face={face} size={stage ? 64 : 40} />
          <span className={styles.text}>
            <h3 className={styles.title}>{words.title}</h3>
            <span className={`${styles.sub} num`}>
              {host}
              {channel.viewers > 0 ? ` · ${viewers(channel.viewers)}` : null}
            </span>
          </span>
          {stage ? (
            <span className={`${buttonClass('onPlatePrimary')} ${styles.enter}`} aria-hidden="true">
              <Play {...icon(18)} fill="currentColor" />
              {t('lobby.enter')}
            </span>
          ) : null}
        </span>
      </Link>
    </article>
  );
}
