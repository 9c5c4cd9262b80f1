import type { HostedSession, ListedLink } from '@yunhui/contracts';
import { runsOver } from '@yunhui/domain';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { useHubNow } from '../../../../platform/clock.js';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { isTile } from '../../../../platform/lobby-topic.rules.js';
import { useTopicValue } from '../../../../platform/realtime.js';
import { StateBadge } from '../../../../ui/state-badge.js';
import { Unreachable } from '../../../../ui/unreachable.js';
import { CheckUpPanel } from '../check-up-panel.js';
import { HostSignal } from '../host-signal.js';
import { HostedLinks } from '../hosted-links.js';
import styles from '../hosting.module.css';
import { worryOf } from '../list/hosted-list.rules.js';
import { linkFrom } from '../listed-links.js';
import { useCheckUp } from '../use-check-up.js';
import { useHostedSession } from '../use-hosted-sessions.js';
import place from './live-console.module.css';

type Props = {
  id: string;
  /** What is said to who watches: the room's part of the page. */
  room: (topic: string) => ReactNode;
};

/** 直播台, a session on air: how it is, who watches, what they are told, its links; begin and end are under the thumb. */
export function LiveConsole({ id, room }: Props) {
  const { t } = useWords();
  const { data: session, error, isPending, refetch } = useHostedSession(id);
  if (isPending) return <output className={styles.quiet}>{t('hosting.reading')}</output>;
  if (!session) return <Unreachable error={error} retry={() => void refetch()} />;
  return <OnAir session={session} isStale={error !== null} room={room} />;
}

function OnAir({ session, isStale, room }: { session: HostedSession; isStale: boolean; room: Props['room'] }) {
  const { t } = useWords();
  const { state, check } = useCheckUp();
  const panel = useRef<HTMLDivElement>(null);
  const head = useId();
  const checked: ListedLink | undefined = useMemo(() => (state.phase === 'done' ? linkFrom(state.outcome) : undefined), [state]);
  const checkListed = (address: string) => {
    check(address);
    panel.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={place.console}>
      {isStale ? <p className={styles.bad}>{t('hosting.stale')}</p> : null}
      <Standing session={session} head={head} />
      {room(`room:${session.channel.slug}`)}
      <section className={styles.panel} aria-labelledby={`${head}-links`}>
        <h2 id={`${head}-links`}>{t('hosting.links')}</h2>
        <HostedLinks session={session} checked={checked} check={checkListed} />
      </section>
      <div ref={panel}>
        <CheckUpPanel state={state} check={check} />
      </div>
      {session.maySignal ? (
        <div className={place.thumb}>
          <HostSignal session={session} describedBy={head} />
        </div>
      ) : null}
    </div>
  );
}

/** What it is, how it goes, and how many watch, as its room says it: faster than it is read again. */
function Standing({ session, head }: { session: HostedSession; head: string }) {
  const { t, pick, day, clock, viewers } = useWords();
  const now = useHubNow(1_000);
  const { channel } = session;
  const value = useTopicValue(`room:${channel.slug}`, 'channel');
  const tile = isTile(value) && value.session?.id === session.id ? value : undefined;
  const state = tile?.state ?? session.state;
  const [start, end] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const worry = worryOf({ ...session, state }, now);
  return (
    <header className={place.head}>
      <h1 id={head} className="song">
        {pick(session.title, session.titleEn)}
      </h1>
      <p className={place.standing}>
        <StateBadge state={state} overrun={runsOver({ state, end }, now)} />
        {tile ? <b className="num">{viewers(tile.viewers)}</b> : null}
      </p>
      <p className={styles.quiet}>
        {`${day(start)} ${clock(start)}–${clock(end)} · `}
        {pick(channel.title, channel.titleEn)}
      </p>
      <output className={styles.worry}>{worry ? t(`hosting.worry.${worry}`) : ''}</output>
    </header>
  );
}
