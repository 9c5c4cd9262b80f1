import type { Channel, Session } from '@yunhui/contracts';
import type { CSSProperties, ReactNode } from 'react';
import { runsOver } from '@yunhui/domain';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { StateBadge } from '../../ui/state-badge.js';
import styles from './programme.module.css';
import { stripOf } from './programme.rules.js';

function ProgrammeItem({ session, now, children }: { session: Session; now: number; children: ReactNode }) {
  const { t, form, pick, clock } = useWords();
  const start = Date.parse(session.startsAt);
  const end = Date.parse(session.endsAt);
  const title = pick(session.title, session.titleEn);
  const { cancelled, moved } = session;
  const change =
    cancelled?.reason ??
    (moved && [t('channel.movedFrom', { time: clock(Date.parse(moved.from)) }), moved.reason].filter(Boolean).join(' · '));
  const running = session.state === 'live' || session.state === 'interrupted';
  const part = Math.min(1, Math.max(0, (now - start) / (end - start)));
  return (
    <li className="panel" data-current={running || undefined} data-cancelled={cancelled ? true : undefined}>
      <span className={styles.when}>
        <time dateTime={session.startsAt}>{t('time.range', { start: clock(start), end: clock(end) })}</time>
        <StateBadge
          state={session.state}
          late={session.late}
          cancelled={session.cancelled !== undefined}
          postponed={session.cancelled?.postponed}
          overrun={runsOver({ state: session.state, end }, now)}
        />
      </span>
      <b lang={session.titleEn ? undefined : 'zh-CN'}>{session.cancelled ? <s>{title}</s> : title}</b>
      {change ? <span className={styles.change}>{change}</span> : null}
      <span className={styles.foot}>
        <span className={styles.form}>{form(session.form)}</span>
        {children}
      </span>
      {running ? <span className={styles.progress} style={{ '--part': `${part * 100}%` } as CSSProperties} /> : null}
    </li>
  );
}

/** What the room says of the session on air is newer than the list. */
const sessionsNow = ({ today, current, state, late }: Channel): Session[] =>
  today.map((session) => (session.id === current?.id ? { ...session, state, late } : session));

type ProgrammeProps = { channel: Channel; actionFor?: (session: Session) => ReactNode };

/** Under the player: what runs and what comes next, three at most. The whole day has its own tab. */
export function ProgrammeStrip({ channel, actionFor }: ProgrammeProps) {
  const { t } = useWords();
  const now = useHubNow(15_000);
  const sessions = stripOf(sessionsNow(channel), now);
  if (sessions.length === 0) return null;
  return (
    <section className={styles.programme} aria-label={t('channel.strip')}>
      <ol className={styles.strip}>
        {sessions.map((session) => (
          <ProgrammeItem key={session.id} session={session} now={now}>
            {actionFor?.(session)}
          </ProgrammeItem>
        ))}
      </ol>
    </section>
  );
}

/**
 * Today's sessions of the channel, in order. `actionFor` is
 * what the page lets one do with a session.
 */
export function Programme({ channel, actionFor }: ProgrammeProps) {
  const { t } = useWords();
  const now = useHubNow(15_000);
  const sessions = sessionsNow(channel);
  return (
    <section className={styles.programme} aria-label={t('channel.today')}>
      <h2>{t('channel.today')}</h2>
      {sessions.length > 0 ? (
        <ol>
          {sessions.map((session) => (
            <ProgrammeItem key={session.id} session={session} now={now}>
              {actionFor?.(session)}
            </ProgrammeItem>
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{t(channel.roundTheClock ? 'channel.allDay' : 'channel.noProgramme')}</p>
      )}
    </section>
  );
}
