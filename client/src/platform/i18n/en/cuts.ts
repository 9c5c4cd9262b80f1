import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/cuts.js';

export const words: WordsOf<typeof chinese> = {
  'cut.title': 'Cut off',
  'cut.lead': 'Every player on our pages stops within two seconds and drops its buffer; tiles follow. The reason is for colleagues only.',
  'cut.noChannel': 'First choose a message in the queue or a room on the left, then press this key.',
  'cut.what': 'What to cut off',
  'cut.target.link': 'Source',
  'cut.target.session': 'Session',
  'cut.target.channel': 'Channel',
  'cut.target.region': 'Region',
  'cut.channels': ' ({{count}} channels)',
  'cut.reason': 'Reason, for colleagues',
  'cut.reason.usual': 'Off air while we check',
  'cut.confirm': 'Cut off: {{title}}',
  'cut.done': 'Off the air: {{title}}.',
  'cut.doneUnkept': 'Off the air: {{title}}. The database is away; it is recorded when it is back.',
  'cut.undo': 'Put back on air',
  'cut.standing': 'Off the air now',
  'cut.notKept': 'to be recorded',
  'cut.left': 'We cannot stop these; please follow up',
  'cut.left.elsewhere': ': whoever opened it there is still watching',
  'cut.left.addresses': '{{count}} stream addresses may be in lists that others downloaded',
  'cut.notSent': 'Nothing was cut off. Please try again.',
  'cut.notRead': 'What can be cut off could not be read. Please try again.',
};
