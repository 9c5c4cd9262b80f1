import type { FilingStep, ReviewCard } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { type Face, faceOf, provinceOf } from '../../../ui/element/face.js';

const lines = { 'LINE-MINISTRY': 'review.scope.ministry', 'LINE-SOCIETY': 'review.scope.society', CN: 'review.scope.country' } as const;
const events = [
  'submit',
  'resubmit',
  'claim',
  'pass',
  'approve',
  'return',
  'object',
  'undo',
  'withdraw',
  'publish',
  'clash',
  'ask',
  'recall',
  'endorse',
  'grant',
  'decline',
  'change',
  'cancel',
  'postpone',
  'reschedule',
  'go-live',
  'end',
  'open-supplement',
  'summarise',
  'reopen',
  'unlock',
  'archive',
] as const;

/** Whose it is: the cell of the province-level unit that its ladder lies in; of a line its own name's. */
export function faceOfCard({ ladder, organization }: Pick<ReviewCard, 'ladder' | 'organization'>): Face {
  const province = provinceOf(ladder[0] ?? 'CN');
  return faceOf({ slug: organization.key, region: province?.key ?? 'CN', title: province?.name ?? organization.name });
}

/** The desk's own words for scopes, steps and moments. */
export function useReviewWords() {
  const words = useWords();
  const { t, pick, clock, day } = words;
  const scope = (key: string): string => {
    if (key in lines) return t(lines[key as keyof typeof lines]);
    const province = provinceOf(key);
    if (province?.key === key) return pick(province.name, province.nameEn);
    return t(/^\d{4}00$/.test(key) ? 'review.scope.city' : 'review.scope.county');
  };
  return {
    ...words,
    scope,
    moment: (at: string): string => `${day(Date.parse(at))} ${clock(Date.parse(at))}`,
    step: ({ event }: Pick<FilingStep, 'event'>): string => {
      const known = events.find((one) => one === event);
      return known ? t(`review.step.${known}`) : event;
    },
  };
}
