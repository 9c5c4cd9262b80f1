import type { Session } from '@yunhui/contracts';
import { dayMs, shanghaiDayOf, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import { StateGlyph } from '../../ui/state-glyph.js';
import { GuideAxis } from './guide-axis.js';
import type { GuideAddress } from './use-guide-address.js';
import { useGuideWords } from './use-guide-words.js';
import { useDayAxes, useDays, type Scope } from './use-schedule.js';
import styles from './week-view.module.css';

/** As many as fit under a day before its own page is the better place. */
const SHOWN = 5;

function WeekDay({
  day,
  sessions,
  axis,
  now,
  address,
}: {
  day: ShanghaiDay;
  sessions: readonly Session[];
  axis: ReturnType<typeof useDayAxes>[number];
  now: number;
  address: GuideAddress;
}) {
  const { t, day: dayWords, clock, pick } = useGuideWords();
  const at = startOfShanghaiDay(day);
  const firsts = sessions.filter(({ endsAt }) => Date.parse(endsAt) > now).slice(0, SHOWN);
  const shown = firsts.length > 0 ? firsts : sessions.slice(0, SHOWN);
  const toDay = { to: '.', search: address.searchWith({ day, view: undefined }) } as const;
  return (
    <section className={`panel ${styles.day}`} data-today={day === address.today || undefined}>
      <h2>
        <Link {...toDay}>
          {dayWords(at + dayMs / 2)}
          <small>{day === address.today ? t('schedule.today') : t('schedule.count', { count: sessions.length })}</small>
        </Link>
      </h2>
      <div className={styles.axis}>{axis ? <GuideAxis axis={axis} now={now} label={dayWords(at + dayMs / 2)} /> : null}</div>
      {shown.length === 0 ? <p>{t('schedule.nothing')}</p> : null}
      <ol>
        {shown.map((session) => (
          <li key={session.id}>
            <time dateTime={session.startsAt}>{clock(Date.parse(session.startsAt))}</time>
            <StateGlyph state={session.repeat ? 'replay' : session.state} />
            <span lang={session.titleEn ? undefined : 'zh-CN'}>{pick(session.title, session.titleEn)}</span>
          </li>
        ))}
      </ol>
      {sessions.length > shown.length ? <Link {...toDay}>{t('schedule.more', { count: sessions.length - shown.length })}</Link> : null}
    </section>
  );
}

/** Seven days: the axis of each, and what it begins with. */
export function WeekView({
  scope,
  week,
  now,
  address,
}: {
  scope: Scope;
  week: readonly ShanghaiDay[];
  now: number;
  address: GuideAddress;
}) {
  const axes = useDayAxes(scope, week);
  const sessions = useDays(scope, week[0] ?? address.day, week.length).data?.sessions ?? [];
  const wanted = sessions.filter(({ form }) => !address.form || form === address.form);
  return (
    <div className={styles.week}>
      {week.map((day, place) => (
        <WeekDay
          key={day}
          day={day}
          sessions={wanted.filter(({ startsAt }) => shanghaiDayOf(Date.parse(startsAt)) === day)}
          axis={axes[place]}
          now={now}
          address={address}
        />
      ))}
    </div>
  );
}
