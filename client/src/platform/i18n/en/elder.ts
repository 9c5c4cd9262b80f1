import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/elder.js';

export const words: WordsOf<typeof chinese> = {
  'elder.title': 'Simple mode',
};
