import type { Language } from './language.js';

/** Words that come with the page that needs them; `shell` comes with every page, in Chinese at once. */
export const areas = {
  'zh-CN': {
    channel: () => import('./zh-cn/channel.js'),
    chat: () => import('./zh-cn/chat.js'),
    accounts: () => import('./zh-cn/accounts.js'),
    matrix: () => import('./zh-cn/matrix.js'),
    schedule: () => import('./zh-cn/schedule.js'),
    topics: () => import('./zh-cn/topics.js'),
    search: () => import('./zh-cn/search.js'),
    elder: () => import('./zh-cn/elder.js'),
    share: () => import('./zh-cn/share.js'),
    reminders: () => import('./zh-cn/reminders.js'),
    people: () => import('./zh-cn/people.js'),
    desk: () => import('./zh-cn/desk.js'),
    moderation: () => import('./zh-cn/moderation.js'),
    cuts: () => import('./zh-cn/cuts.js'),
    statistics: () => import('./zh-cn/statistics.js'),
    hosting: () => import('./zh-cn/hosting.js'),
    filing: () => import('./zh-cn/filing.js'),
    review: () => import('./zh-cn/review.js'),
    form: () => import('./zh-cn/form.js'),
    sheet: () => import('./zh-cn/sheet.js'),
  },
  en: {
    shell: () => import('./en/shell.js'),
    channel: () => import('./en/channel.js'),
    chat: () => import('./en/chat.js'),
    accounts: () => import('./en/accounts.js'),
    matrix: () => import('./en/matrix.js'),
    schedule: () => import('./en/schedule.js'),
    topics: () => import('./en/topics.js'),
    search: () => import('./en/search.js'),
    elder: () => import('./en/elder.js'),
    share: () => import('./en/share.js'),
    reminders: () => import('./en/reminders.js'),
    people: () => import('./en/people.js'),
    desk: () => import('./en/desk.js'),
    moderation: () => import('./en/moderation.js'),
    cuts: () => import('./en/cuts.js'),
    statistics: () => import('./en/statistics.js'),
    hosting: () => import('./en/hosting.js'),
    filing: () => import('./en/filing.js'),
    review: () => import('./en/review.js'),
    form: () => import('./en/form.js'),
    sheet: () => import('./en/sheet.js'),
  },
} as const satisfies Record<Language, Record<string, () => Promise<{ words: Readonly<Record<string, string>> }>>>;

/** A part of the words that a page waits for. */
export type WordArea = keyof (typeof areas)['zh-CN'];
