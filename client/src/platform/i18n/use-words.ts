import type { Refusal } from '@yunhui/contracts';
import { refusalOf } from '../http.js';
import { clockOf, dayOf, formatNumber, groupedNumber } from './formats.js';
import { formsEn } from './forms.js';
import { useTranslation } from './use-translation.js';

/** Everything that is said in the reader's language: words, times, numbers, refusals. */
export function useWords() {
  const { t, language } = useTranslation();
  const refusal = ({ code }: Refusal): string => t(`error.${code}`, { defaultValue: t('error.internal') });
  return {
    t,
    language,
    /** Content that has an English twin. */
    pick: (chinese: string, english: string | undefined): string => (language === 'en' && english ? english : chinese),
    form: (form: string): string => (language === 'en' ? (formsEn[form] ?? form) : form),
    clock: clockOf,
    day: (at: number): string => dayOf(language, at),
    viewers: (count: number): string => {
      if (count < 10_000) return t('viewers.count', { viewers: groupedNumber(count) });
      if (language === 'en') return t('viewers.count', { viewers: formatNumber('en', count, { notation: 'compact' }) });
      return t('viewers.tenThousands', { viewers: groupedNumber(count / 10_000) });
    },
    elapsed: (ms: number): string => {
      const minutes = Math.max(0, Math.floor(ms / 60_000));
      return minutes < 60
        ? t('time.elapsedMinutes', { minutes })
        : t('time.elapsedHours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
    },
    left: (ms: number): string => {
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      if (seconds <= 90) return t('time.inSeconds', { count: seconds });
      const minutes = Math.ceil(seconds / 60);
      return minutes < 60
        ? t('time.inMinutes', { count: minutes })
        : t('time.inHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    refusal,
    /** Why nothing came of a request: what the hub says, or that it was not reached (`otherwise`). Empty while all is well. */
    problem: (error: unknown, otherwise: string): string => {
      const refused = refusalOf(error);
      return refused ? refusal(refused) : error ? otherwise : '';
    },
  };
}
