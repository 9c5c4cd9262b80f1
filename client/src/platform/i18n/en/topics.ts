import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/topics.js';

export const words: WordsOf<typeof chinese> = {
  'topics.title': 'Topics',
};
