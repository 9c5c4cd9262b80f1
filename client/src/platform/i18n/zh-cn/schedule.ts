/** The schedule and reminders. Short, kind, concrete: what happened, then what to do. Keys are flat; a sentence has one key. */
export const words = {
  'schedule.title': '节目单',
} as const;
