import type { Campaign, JoinTopics, Lobby } from '@yunhui/contracts';
import { CountingSocket } from './counting-socket.js';

const comingAtOnce = 50;
/** The tiles that a page has in view. */
const keysInView = 12;

/** So many viewers who joined the same, or only came in. They come in a few at a time: a rush at the door is another measurement. */
export async function gather(url: string, count: number, join?: string | JoinTopics): Promise<CountingSocket[]> {
  const viewers: CountingSocket[] = [];
  while (viewers.length < count) {
    const next = Math.min(comingAtOnce, count - viewers.length);
    viewers.push(...(await Promise.all(Array.from({ length: next }, () => CountingSocket.connect(url, join)))));
  }
  return viewers;
}

/** What a channel's page joins: its room, a hashtag, and the lobby by the tiles in view. */
export async function joinsOfPage(url: string): Promise<{ room: string; join: JoinTopics }> {
  const { items } = (await (await fetch(`${url}/api/v1/campaigns`)).json()) as { items: Campaign[] };
  const campaign = items[0]?.slug ?? '';
  const { channels } = (await (await fetch(`${url}/api/v1/campaigns/${campaign}/lobby`)).json()) as Lobby;
  const { items: hashtags } = (await (await fetch(`${url}/api/v1/campaigns/${campaign}/topics`)).json()) as { items: { topic: string }[] };
  const room = `room:${channels[0]?.slug}`;
  const keys = channels.slice(0, keysInView).map(({ slug }) => slug);
  const [hashtag] = hashtags;
  const lobby = { topic: `lobby:${campaign}`, mode: 'state' as const, keys, patches: true };
  return { room, join: { topics: [{ topic: room }, ...(hashtag ? [{ topic: hashtag.topic }] : []), lobby] } };
}
