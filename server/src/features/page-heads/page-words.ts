import type { LiveState } from '@yunhui/contracts';
import type { PageLanguage } from '../../platform/pages/index.js';

type Words = {
  action: string;
  entries: Record<'/' | '/matrix' | '/schedule' | '/topics' | '/search', string>;
  state: Record<LiveState, string>;
  playing: (channel: string, session: string) => string;
  live: (channels: number) => string;
  matrix: (region: string | undefined) => string;
  schedule: string;
  topics: string;
  topic: (rooms: number) => string;
  search: string;
  sentence: (parts: readonly (string | undefined)[]) => string;
};

const joined = (parts: readonly (string | undefined)[], between: string): string => parts.filter(Boolean).join(between);

const words: Record<PageLanguage, Words> = {
  'zh-CN': {
    action: '云上科普日',
    entries: { '/': '大厅', '/matrix': '矩阵', '/schedule': '节目单', '/topics': '话题', '/search': '搜索' },
    state: {
      scheduled: '未开始',
      due: '即将开始',
      live: '直播中',
      interrupted: '信号中断',
      ended: '已结束',
      replay: '回放',
      blocked: '已下线',
    },
    playing: (channel, session) => `${session}（${channel}）`,
    live: (channels) => (channels === 0 ? '此刻没有直播。' : `此刻 ${channels} 个频道正在直播。`),
    matrix: (region) => `${region ?? '全国'}的一省一品一直播：每个地方的频道和它的品，正在播的亮着。`,
    schedule: '每天的直播安排，按频道和时间排好，空档写明，可以预约提醒。',
    topics: '大家在许多直播间里一起聊的话题。',
    topic: (rooms) => `${rooms} 个直播间在聊。`,
    search: '按中文、拼音或首字母找频道、场次和单位。',
    sentence: (parts) => joined(parts, '，'),
  },
  en: {
    action: 'Science Day online',
    entries: { '/': 'Lobby', '/matrix': 'Matrix', '/schedule': 'Schedule', '/topics': 'Topics', '/search': 'Search' },
    state: {
      scheduled: 'Scheduled',
      due: 'Starting',
      live: 'Live',
      interrupted: 'Interrupted',
      ended: 'Ended',
      replay: 'Replay',
      blocked: 'Removed',
    },
    playing: (channel, session) => `${session} (${channel})`,
    live: (channels) => (channels === 0 ? 'Nothing is live right now.' : `Live now: ${channels}.`),
    matrix: (region) => `One province, one speciality, one stream${region ? `: ${region}` : ''}. What is on air is lit.`,
    schedule: 'Each day’s streams by channel and time, with gaps written out and reminders without an account.',
    topics: 'Conversations that many rooms share.',
    topic: (rooms) => `Rooms that carry it: ${rooms}.`,
    search: 'Find channels, sessions and organisations, in Chinese, pinyin or by initials.',
    sentence: (parts) => joined(parts, ', '),
  },
};

/** What pages say of themselves, short, as in the pages themselves. */
export const said = (language: PageLanguage): Words => words[language];

const inShanghai = { timeZone: 'Asia/Shanghai' } as const;

/** 9月19日 14:00–15:30 */
export function timeOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }, language: PageLanguage): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const day = new Intl.DateTimeFormat(language, { ...inShanghai, month: language === 'en' ? 'short' : 'long', day: 'numeric' }).format(
    from,
  );
  const clock = new Intl.DateTimeFormat(language, { ...inShanghai, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day} ${clock.format(from)}–${clock.format(to)}`;
}
