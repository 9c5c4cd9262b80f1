import { useWords } from '../../platform/i18n/use-words.js';

/** 9月19日 周二 14:00–15:30. */
export function useReminderWhen(startsAt: number, endsAt: number): string {
  const { t, day, clock } = useWords();
  return `${day(startsAt)} ${t('time.range', { start: clock(startsAt), end: clock(endsAt) })}`;
}
