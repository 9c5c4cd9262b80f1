import type { LobbyChannel } from '@yunhui/contracts';
import { runsOver } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import Play from 'lucide-react/icons/play';
import type { ReactNode } from 'react';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { Plate } from '../../ui/plate.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useStill } from '../../ui/use-still.js';
import { HeatMark } from './heat-mark.js';
import styles from './live-card.module.css';
import type { Watch } from './use-in-view.js';
import { useTileWords } from './tile-words.js';

/** Since when it is on or that it runs over, or when it starts. A channel that never stops has none of these. */
function useWhen({ session, state, roundTheClock }: LobbyChannel): string | undefined {
  const now = useHubNow(15_000);
  const { t, clock, elapsed } = useWords();
  if (roundTheClock) return t('time.allDay');
  if (!session || state === 'ended' || state === 'blocked') return undefined;
  if (runsOver({ state, end: session.end }, now)) return t('state.overrun');
  if (state === 'live' || state === 'interrupted') return elapsed(now - session.start);
  return t(session.movedFrom === undefined ? 'time.startsAt' : 'time.movedTo', { time: clock(session.start) });
}

/** A channel with its plate. `stage` is the first of the page, which is wide where there is room; `picture` lies on the plate, `action` is what the page lets one do with it. */
export function LiveCard({
  channel,
  stage = false,
  watch,
  picture,
  action,
}: {
  channel: LobbyChannel;
  stage?: boolean;
  watch: Watch;
  picture?: ReactNode;
  action?: ReactNode;
}) {
  const { t, form, viewers } = useWords();
  const words = useTileWords(channel);
  const when = useWhen(channel);
  const face = faceOf(channel);
  const still = useStill(channel.still);
  const host = channel.host ?? words.name;
  return (
    <article
      ref={watch}
      data-slug={channel.slug}
      className={styles.card}
      data-stage={stage || undefined}
      data-action={action ? true : undefined}
    >
      <Link to="/channels/$slug" params={{ slug: channel.slug }} className={styles.link}>
        <span className={styles.poster}>
          <Plate face={face} first={stage} still={still} />
          {picture}
          <span className={styles.state}>
            <StateBadge
              state={channel.state}
              late={channel.late}
              cancelled={channel.session?.cancelled}
              postponed={channel.session?.postponed}
              overPlate
            />
          </span>
          {/* What changes is replaced rather than moved: a key of its own keeps the rest of the page where it is. */}
          <span className={styles.pills} key={`${channel.session?.form}${channel.pick}`}>
            {channel.pick ? <span className={styles.pill}>{t('lobby.pick')}</span> : null}
            {channel.session ? <span className={styles.pill}>{form(channel.session.form)}</span> : null}
            {channel.sample ? <SampleMark overPlate /> : null}
          </span>
          {when ? (
            <span className={styles.when} key={when}>
              {when}
            </span>
          ) : null}
        </span>
        <span className={styles.body}>
          <ElementCell face={face} size={stage ? 64 : 40} />
          <span className={styles.text}>
            <h3 className={styles.title} lang={channel.session && 'zh-CN'}>
              {words.title}
            </h3>
            <span className={`${styles.sub} num`}>
              <span lang="zh-CN">{host}</span>
              {words.reason ? <span lang="zh-CN"> · {words.reason}</span> : null}
              {channel.viewers > 0 ? ` · ${viewers(channel.viewers)}` : null}
              {stage && when ? <span className={styles.whenSaid}> · {when}</span> : null}
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
      {channel.state === 'live' && channel.heat ? (
        <span className={styles.heat}>
          <HeatMark heat={channel.heat} of={words.name} />
        </span>
      ) : null}
      {action ? <span className={styles.action}>{action}</span> : null}
    </article>
  );
}
