import type { DemoChannel } from './demo-programme.js';
import { type DemoGuest, liveChannels } from './hub-doors.js';
import { loadDemoData } from './load-demo-data.js';
import { Visitor } from './visitor.js';
import type { Chance } from './visitor.rules.js';

/** Everything that talks by itself carries a name that says so, and says where it is: topics are read by region. */
const chinese: readonly DemoGuest[] = [
  { name: '示例观众·立春', region: '440000' },
  { name: '示例观众·惊蛰', region: '450000' },
  { name: '示例观众·清明', region: '510000' },
  { name: '示例观众·谷雨', region: '330000' },
  { name: '示例观众·立夏', region: '460000' },
  { name: '示例观众·小满', region: '520000' },
  { name: '示例观众·芒种', region: '410000' },
  { name: '示例观众·夏至', region: 'XPCC' },
  { name: '示例观众·大暑', region: '350000' },
  { name: '示例观众·立秋', region: '130000' },
  { name: '示例观众·白露', region: '370000' },
  { name: '示例观众·秋分', region: '110000' },
  { name: '示例观众·霜降', region: '620000' },
  { name: '示例观众·冬至', region: '230000' },
];
const english: readonly DemoGuest[] = [
  { name: 'Demo visitor Maple', region: '310000' },
  { name: 'Demo visitor Willow', region: '810000' },
];

/** Names of all demo visitors: whoever shows them adds the mark 示例. */
export const demoVisitorNames: readonly string[] = [...chinese, ...english].map(({ name }) => name);

/** The lobby is asked at most this often, by all visitors together. */
const LOBBY_KEPT_MS = 20_000;

export type VisitorsOptions = {
  /** The hub's address, `http://127.0.0.1:3000`. */
  url: string;
  /** Where they may talk, if it is live. */
  channels: readonly Pick<DemoChannel, 'slug' | 'campaign'>[];
  /** The campaign-wide topics they may also talk in: names of topics. */
  topics?: readonly string[];
  /** Ends the visit. */
  signal: AbortSignal;
  /** The hub's clock, in ms. */
  now: () => number;
  /** Messages of all visitors together. */
  ratePerMinute: number;
  /** Told what goes wrong; visitors never throw, they wait longer. */
  troubled?: (cause: unknown) => void;
  chance?: Chance;
};

/**
 * Lets demo visitors into the hub by its public doors, as guests; start one set a process. They speak the
 * sample lines in channels that are live, and now and then in a topic. The promise settles when the last has left after the signal.
 */
export async function startVisitors(options: VisitorsOptions): Promise<void> {
  const { url, topics = [], signal, now, ratePerMinute, troubled = () => {}, chance = Math.random } = options;
  const { chat } = loadDemoData().programme;
  const liveNow = rememberLive(options);
  const meanPauseMs = (demoVisitorNames.length * 60_000) / ratePerMinute;
  const shared = { url, meanPauseMs, liveNow, now, chance, signal, troubled };
  await Promise.all([
    ...chinese.map((guest) => new Visitor({ ...shared, ...guest, lines: chat.zh, topics }).stay()),
    // The lines of the topics are Chinese: who speaks English stays in the rooms.
    ...english.map((guest) => new Visitor({ ...shared, ...guest, lines: chat.en, topics: [] }).stay()),
  ]);
}

/** One look at the lobbies for all visitors, kept a while; a look that fails is not kept. */
function rememberLive({ url, channels, signal, now }: VisitorsOptions): () => Promise<readonly string[]> {
  const known = new Set(channels.map(({ slug }) => slug));
  const campaigns = [...new Set(channels.map(({ campaign }) => campaign))];
  let kept: { at: number; look: Promise<readonly string[]> } | undefined;
  return () => {
    if (kept && now() - kept.at < LOBBY_KEPT_MS) return kept.look;
    const look = Promise.all(campaigns.map((campaign) => liveChannels(url, campaign, signal))).then((live) =>
      [...new Set(live.flat())].filter((slug) => known.has(slug)),
    );
    const looking = { at: now(), look };
    kept = looking;
    look.catch(() => {
      if (kept === looking) kept = undefined;
    });
    return look;
  };
}
