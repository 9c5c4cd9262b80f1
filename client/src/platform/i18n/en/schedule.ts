import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/schedule.js';

export const words: WordsOf<typeof chinese> = {
  'schedule.title': 'Schedule',
};
