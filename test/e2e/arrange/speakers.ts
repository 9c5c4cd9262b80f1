import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, SentMessage, SignedIn } from '@yunhui/contracts';
import { demoPassword } from '../../harness/hub.js';

/** Somebody who speaks without a browser: what they say is as real, and a room is filled sooner. */
export type Speaker = { ticket: string };

async function post<Answer>(address: string, path: string, body: unknown, speaker?: Speaker): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(speaker && { authorization: `Ticket ${speaker.ticket}` }) };
  const answer = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

export const aGuestByHttp = (address: string, displayName: string, region?: string): Promise<Speaker> =>
  post<SignedIn>(address, '/guests', { displayName, ...(region && { region }) });

/** A demo account of the hub. */
export const demoStaff = (address: string, login: 'host' | 'operator' | 'moderator' | 'moderator2'): Promise<Speaker> =>
  post<SignedIn>(address, '/sign-in', { login, password: demoPassword });

export const sayByHttp = (
  address: string,
  topic: string,
  speaker: Speaker,
  text: string,
  more: { replyTo?: number; kind?: 'chat' | 'danmaku' | 'question' } = {},
): Promise<SentMessage> => post(address, `/topics/${topic}/messages`, { id: randomUUID(), kind: 'chat', text, ...more }, speaker);

export const announce = (address: string, topic: string, staff: Speaker, text: string): Promise<unknown> =>
  post(address, `/topics/${topic}/announcements`, { text }, staff);

export const pin = (address: string, topic: string, staff: Speaker, seq: number): Promise<unknown> =>
  post(address, `/topics/${topic}/pins`, { seq }, staff);

/** The campaign-wide topic that a channel's room carries. */
export async function carriedBy(address: string, channel: string): Promise<Channel['carries'][number]> {
  const { carries } = (await (await fetch(`${address}/api/v1/channels/${channel}`)).json()) as Channel;
  const [first] = carries;
  if (!first) throw new Error(`the room of ${channel} carries no topic`);
  return first;
}

/** The newest page of a topic's history, as the hub tells it to anybody. */
export async function lastSaid(address: string, topic: string): Promise<string> {
  return (await fetch(`${address}/api/v1/topics/${topic}/messages?limit=20`)).text();
}

/** All that a topic's answers say to whoever asks without a socket. */
export async function readByAnybody(address: string, topic: string): Promise<string> {
  const snapshot = await fetch(`${address}/api/v1/topics/${topic}/snapshot`);
  return (await snapshot.text()) + (await lastSaid(address, topic));
}

/** Somebody may say this much at once, and a hub lets this many new guests of one address in within a second. */
const most = { sentences: 6, guests: 12 };
const things = [
  '潮汐',
  '星云',
  '火山',
  '彗星',
  '珊瑚',
  '冰川',
  '极光',
  '萤火虫',
  '显微镜',
  '望远镜',
  '候鸟',
  '红树林',
  '水稻',
  '恐龙',
  '瀑布',
  '沙丘',
  '雪豹',
  '琥珀',
  '季风',
];
const does = ['遇见', '绕过', '藏着', '照亮', '映出', '等候', '越过', '追着', '唤醒', '守望', '听见', '环绕', '点亮'];
let sentences = 0;

/** `count` messages of a crowd whose members speak at the same time, each of something else: the same words of many would be looked at first. */
export async function fillRoom(address: string, topic: string, count: number): Promise<void> {
  const people = Math.ceil(count / most.sentences);
  for (let first = 0; first < people; first += most.guests) {
    if (first > 0) await sleep(1_000);
    const crowd = Array.from({ length: Math.min(most.guests, people - first) }, (_, at) => first + at);
    await Promise.all(
      crowd.map(async (at) => {
        const speaker = await aGuestByHttp(address, `路人${at}`);
        for (let said = at * most.sentences; said < Math.min(count, (at + 1) * most.sentences); said += 1)
          await sayByHttp(address, topic, speaker, sentence((sentences += 1)));
      }),
    );
  }
}

/** A sentence that hardly shares two words in a row with another one. */
function sentence(number: number): string {
  const one = (list: readonly string[], salt: number) =>
    list[(Math.imul(number * 37 + salt * 977, 2_654_435_761) >>> 16) % list.length] ?? '';
  return `热闹 ${one(things, 1)}${one(does, 2)}${one(things, 3)}，${one(things, 4)}${one(does, 5)}${one(things, 6)}`;
}
