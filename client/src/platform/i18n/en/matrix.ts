import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/matrix.js';

export const words: WordsOf<typeof chinese> = {
  'matrix.title': 'Matrix',
};
