import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/share.js';

export const words: WordsOf<typeof chinese> = {
  'share.title': 'Share',
  'share.sheet': 'Share with friends',
  'share.system': 'Share by system',
  'share.copy': 'Copy link',
  'share.copied': 'Copied',
  'share.copyByHand': 'Hold the link to copy it',
  'share.poster': 'Make a poster',
  'share.posterAlt': 'Poster: {{title}}, scan to open',
  'share.drawing': 'Drawing the poster',
  'share.drawFailed': 'The poster could not be drawn; copy the link instead.',
  'share.hold': 'Hold the picture to save it',
  'share.download': 'Save picture',
  'share.invitation': 'Scan to open',
  'share.preview': 'How it looks when shared',
};
