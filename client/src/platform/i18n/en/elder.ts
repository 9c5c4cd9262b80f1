import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/elder.js';

export const words: WordsOf<typeof chinese> = {
  'elder.title': 'Simple mode',
  'elder.hello.morning_one': 'Good morning, {{count}} programme is live',
  'elder.hello.morning_other': 'Good morning, {{count}} programmes are live',
  'elder.hello.afternoon_one': 'Good afternoon, {{count}} programme is live',
  'elder.hello.afternoon_other': 'Good afternoon, {{count}} programmes are live',
  'elder.hello.evening_one': 'Good evening, {{count}} programme is live',
  'elder.hello.evening_other': 'Good evening, {{count}} programmes are live',
  'elder.choice.watch': 'Watch live',
  'elder.choice.replay': 'Watch again',
  'elder.choice.listen': 'Listen',
  'elder.startedAt': 'Started {{time}}',
  'elder.liveFrom': 'Live from {{place}}. {{time}}.',
  'elder.replayOf': 'Seen earlier from {{place}}. {{time}}.',
  'elder.watchHere': 'Watch this',
  'elder.listenHere': 'Listen to this',
  'elder.readAloud': 'Read to me',
  'elder.previous': 'Previous',
  'elder.next': 'Next',
  'elder.place': '{{at}} of {{all}}',
  'elder.none': 'Nothing right now. Try another button, or come back a little later.',
  'elder.loading': 'Opening, one moment please.',
  'elder.back': 'Back to the start',
  'elder.safe': 'Nothing is sold here, and nobody will ask you for money.',
};
