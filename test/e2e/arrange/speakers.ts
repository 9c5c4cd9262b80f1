import { randomUUID } from 'node:crypto';
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
  more: { replyTo?: number; kind?: 'chat' | 'danmaku' } = {},
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

/** A device may say this much at once. */
const perSpeaker = 20;

/** `count` messages of a crowd whose members speak at the same time. */
export async function fillRoom(address: string, topic: string, count: number): Promise<void> {
  const shares = Array.from({ length: Math.ceil(count / perSpeaker) }, (_, at) => Math.min(perSpeaker, count - at * perSpeaker));
  const speak = async (share: number, at: number) => {
    const speaker = await aGuestByHttp(address, `路人${at}`);
    for (let said = 0; said < share; said += 1) await sayByHttp(address, topic, speaker, `热闹${at}之${said}`);
  };
  await Promise.all(shares.map(speak));
}
