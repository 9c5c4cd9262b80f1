import { randomUUID } from 'node:crypto';
import type { AppealItem, AppealPage, HouseRule, MessageEntry, PlaceSanction, ReportGroup, ReportPage, Snapshot } from '@yunhui/contracts';
import type { Speaker } from './speakers.js';

/** What moderators do away from the page that a journey looks at. */
async function ask(address: string, by: Speaker, path: string, body?: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Ticket ${by.ticket}` };
  return fetch(`${address}/api/v1${path}`, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
}

async function told<Answer>(answer: Response): Promise<Answer> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The id of whoever spoke last under a name in a topic. */
export async function personNamed(address: string, topic: string, name: string): Promise<string> {
  const { entries } = (await (await fetch(`${address}/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  const said = entries.filter((entry): entry is MessageEntry => entry.kind === 'message').map(({ message }) => message);
  const author = said.flatMap((message) => ('author' in message && message.author.name === name ? message.author : [])).at(-1);
  if (!author) throw new Error(`${name} has said nothing in ${topic}`);
  return author.id;
}

export const sanction = async (address: string, by: Speaker, wanted: Omit<PlaceSanction, 'id'>): Promise<unknown> =>
  told(await ask(address, by, '/moderation/sanctions', { id: randomUUID(), ...wanted }));

export const appealsOf = async (address: string, by: Speaker): Promise<AppealItem[]> =>
  (await told<AppealPage>(await ask(address, by, '/moderation/appeals'))).items;

/** The status that hearing an appeal was answered with. */
export const hear = async (
  address: string,
  by: Speaker,
  appeal: AppealItem | undefined,
  verdict: 'upheld' | 'overturned',
  reason: string,
): Promise<number> =>
  (await ask(address, by, `/moderation/appeals/${appeal?.id}/verdict`, { version: appeal?.version, verdict, reason })).status;

export const reportsOf = async (address: string, by: Speaker): Promise<ReportGroup[]> =>
  (await told<ReportPage>(await ask(address, by, '/moderation/reports'))).items;

export const settle = async (
  address: string,
  by: Speaker,
  report: ReportGroup | undefined,
  verdict: 'upheld' | 'dismissed',
  rule?: HouseRule,
): Promise<unknown> =>
  told(await ask(address, by, `/moderation/reports/${report?.id}/verdict`, { version: report?.version, verdict, rule }));
