import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/live.js';

export const words: WordsOf<typeof chinese> = {
  'live.announce': 'Announcement',
  'live.announce.label': 'Say to everybody who watches',
  'live.announce.send': 'Announce',
  'live.announce.done': 'Announced.',
  'live.announce.unsent': 'It was not announced. Please try again.',
  'live.announced': 'Latest announcements',
};
