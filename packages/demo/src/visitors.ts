import type { DemoChannel } from './demo-programme.js';
import { liveChannels } from './hub-doors.js';
import { loadDemoData } from './load-demo-data.js';
import { Visitor } from './visitor.js';
import type { Chance } from './visitor.rules.js';

/** Everything that talks by itself carries a name that says so. */
const chinese = ['示例观众·小满', '示例观众·谷雨', '示例观众·白露', '示例观众·芒种', '示例观众·立秋', '示例观众·清明'];
const english = ['Demo visitor Maple', 'Demo visitor Willow'];

/** Names of all demo visitors: whoever shows them adds the mark 示例. */
export const demoVisitorNames: readonly string[] = [...chinese, ...english];

/** The lobby is asked at most this often, by all visitors together. */
const LOBBY_KEPT_MS = 20_000;

export type VisitorsOptions = {
  /** The hub's address, `http://127.0.0.1:3000`. */
  url: string;
  /** Where they may talk, if it is live. */
  channels: readonly Pick<DemoChannel, 'slug' | 'campaign'>[];
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
 * sample lines only in channels that are live. The promise settles when the last has left after the signal.
 */
export async function startVisitors(options: VisitorsOptions): Promise<void> {
  const { url, signal, now, ratePerMinute, troubled = () => {}, chance = Math.random } = options;
  const { chat } = loadDemoData().programme;
  const liveNow = rememberLive(options);
  const meanPauseMs = (demoVisitorNames.length * 60_000) / ratePerMinute;
  const invite = (name: string, lines: readonly string[]) =>
    new Visitor({ url, name, lines, meanPauseMs, liveNow, now, chance, signal, troubled }).stay();
  await Promise.all([...chinese.map((name) => invite(name, chat.zh)), ...english.map((name) => invite(name, chat.en))]);
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
