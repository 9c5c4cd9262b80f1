import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/links.js';

export const words: WordsOf<typeof chinese> = {
  'link.label': 'Link',
  'link.body': 'Works once, until {{day}} {{clock}}. It is not shown again: send it now.',
  'link.copy': 'Copy link',
  'link.copied': 'Link copied',
  'link.notCopied': 'It could not be copied. Hold the link to copy it.',
  'link.scan': 'Scan this code to open the link on a phone',
};
