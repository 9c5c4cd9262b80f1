import type { Session } from '@yunhui/contracts';
import { runsOver, shanghaiDayOf, type ShanghaiDay } from '@yunhui/domain';
import { useWords } from '../../platform/i18n/use-words.js';

const minuteMs = 60_000;

/** 延时中. */
export const isOver = ({ state, endsAt }: Session, now: number): boolean => runsOver({ state, end: Date.parse(endsAt) }, now);

/** Whether this device lives in another time than Beijing's: then the page says whose time it shows. */
export const livesElsewhere = (at: number): boolean => new Date(at).getTimezoneOffset() !== -480;

/** Words of the guide: times that know their day, lengths, states. */
export function useGuideWords() {
  const words = useWords();
  const { t, clock } = words;
  /** A time seen from a day: on another one it says so. */
  const timeOn = (at: number, day: ShanghaiDay): string => {
    const own = shanghaiDayOf(at);
    if (own === day) return clock(at);
    return t(own > day ? 'schedule.nextDay' : 'schedule.dayBefore', { time: clock(at) });
  };
  return {
    ...words,
    timeOn,
    /** What was changed of it and why; nothing of what is as it was announced. */
    changeOf: ({ cancelled, moved }: Session, day: ShanghaiDay): string | undefined => {
      if (cancelled) return t(cancelled.postponed ? 'schedule.postponed' : 'schedule.cancelled', { reason: cancelled.reason });
      if (!moved) return undefined;
      const time = timeOn(Date.parse(moved.from), day);
      return moved.reason ? t('schedule.movedWhy', { time, reason: moved.reason }) : t('schedule.movedFrom', { time });
    },
    lengthOf: (ms: number): string => {
      const minutes = Math.round(ms / minuteMs);
      if (minutes < 60) return t('schedule.minutes', { count: minutes });
      if (minutes % 60 === 0) return t('schedule.hours', { count: minutes / 60 });
      return t('schedule.hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    /** One word for how it stands. Filler is a rerun whatever its stream does. */
    standing: (session: Session, now: number): string => {
      if (session.cancelled) return t(session.cancelled.postponed ? 'state.postponed' : 'state.cancelled');
      if (session.repeat) return t('schedule.repeat');
      if (isOver(session, now)) return t('state.overrun');
      return t(session.late ? 'state.late' : `state.${session.state}`);
    },
  };
}
