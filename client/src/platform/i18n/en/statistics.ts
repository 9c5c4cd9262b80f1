import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/statistics.js';

export const words: WordsOf<typeof chinese> = {
  'stats.size': 'Picture',
  'stats.picture': 'Picture rate',
  'stats.line': 'Line',
  'stats.buffer': 'Buffer',
  'stats.delay': 'Delay',
  'stats.dropped': 'Dropped frames',
  'stats.engine': 'Player',
  'stats.megabits': '{{rate}} Mbit/s',
  'stats.seconds': '{{seconds}} s',
  'stats.frames': '{{dropped}} / {{all}}',
  'stats.lowLatency': '{{engine}}, low latency',
};
