import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/search.js';

export const words: WordsOf<typeof chinese> = {
  'search.title': 'Search',
};
