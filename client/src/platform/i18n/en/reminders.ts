import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/reminders.js';

export const words: WordsOf<typeof chinese> = {
  'reminders.sheet': 'How to remind you',
  'reminders.calendar': 'Add to calendar',
  'reminders.calendarWhy': 'Follows changes by itself',
  'reminders.file': 'Download calendar file',
  'reminders.fileWhy': 'Does not follow changes once downloaded',
  'reminders.here': 'Remind on this device',
  'reminders.hereWhy': '{{minutes}} minutes before the start, and when the time changes. Needs a Yunhui page open.',
  'reminders.hereOn': 'Set, reminds at {{when}}',
  'reminders.undo': 'Undo',
  'reminders.notify': 'Allow notifications',
  'reminders.notifyWhy': 'Seen while the page is in the background too',
  'reminders.notifyDenied': 'Notifications are blocked; you are reminded within the page only',
  'reminders.mine': 'My reminders',
  'reminders.mineEmpty': 'None yet.',

  'reminders.wechat.open': 'Open in a browser',
  'reminders.wechat.openHow': 'Open the menu at the top right and choose to open in a browser; then add to your calendar.',
  'reminders.wechat.picture': 'Save a picture',
  'reminders.wechat.pictureHow': 'Hold the picture to save it; scan its code when it is time.',
  'reminders.copy': 'Copy link',
  'reminders.copied': 'Copied',

  'reminders.subscribe': 'Subscribe',
  'reminders.subscribeWhat': 'Schedule: {{scope}}',
  'reminders.subscribeAll': 'all channels',
  'reminders.subscribeOpen': 'Subscribe in calendar',

  'reminders.soon': 'Starts {{left}}',
  'reminders.now': 'Has started',
  'reminders.over': 'This has ended meanwhile',
  'reminders.moved': 'Moved, the new time is {{when}}',
  'reminders.gone': 'This is no longer in the schedule',
  'reminders.cancelled': 'Cancelled: {{reason}}',
  'reminders.postponed': 'Postponed, the new time is not known yet: {{reason}}',
  'reminders.enter': 'Watch live',
  'reminders.see': 'Have a look',
  'reminders.dismiss': 'Got it',
  'reminders.pageTitle': 'Soon: {{title}}',
};
