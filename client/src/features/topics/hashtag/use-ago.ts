import { useWords } from '../../../platform/i18n/use-words.js';

/** How long ago, as people say it; after a day, the day and the hour. */
export function useAgo(): (at: number, now: number) => string {
  const { t, day, clock } = useWords();
  return (at, now) => {
    const minutes = Math.floor((now - at) / 60_000);
    if (minutes < 1) return t('topics.justNow');
    if (minutes < 60) return t('topics.minutesAgo', { count: minutes });
    if (minutes < 24 * 60) return t('topics.hoursAgo', { count: Math.floor(minutes / 60) });
    return `${day(at)} ${clock(at)}`;
  };
}
