import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/share.js';

export const words: WordsOf<typeof chinese> = {
  'share.title': 'Share',
};
