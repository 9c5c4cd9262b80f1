import { keptList } from '../../platform/kept-list.js';
import { readReminders, type Reminder } from './reminders.rules.js';

const reminders = keptList<Reminder>('reminders', readReminders);

/** The reminders of this device. */
export const { current: currentReminders, keep: keepReminders, use: useReminders } = reminders;
