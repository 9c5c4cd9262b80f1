import { useReviewWords } from '../review/use-review-words.js';

const others = {
  'filing.score': 'review.record.act.score',
  'filing.workers-read': 'review.record.act.workersRead',
  'session.planned': 'review.record.act.planned',
  'session.moved': 'review.record.act.moved',
  'session.cancelled': 'review.record.act.cancelled',
  'session.reinstated': 'review.record.act.reinstated',
  'session.signalled': 'review.record.act.signalled',
  'session.links-changed': 'review.record.act.links',
} as const;

/** The record's own words, for acts that this page knows; of others it shows the hub's codes. */
export function useRecordWords() {
  const words = useReviewWords();
  const { t, step } = words;
  return {
    ...words,
    actWords: (act: string): string =>
      act in others
        ? t(others[act as keyof typeof others])
        : act.startsWith('filing.')
          ? step({ event: act.slice('filing.'.length) })
          : act,
  };
}
