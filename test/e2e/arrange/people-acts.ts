import { randomUUID } from 'node:crypto';
import type { AppealItem, AppealPage, HouseRule, MessageEntry, PlaceSanction, ReportGroup, ReportPage, Snapshot } from '@yunhui/contracts';

/** What a moderator does about people, and about what they report and appeal against. */
export type PeopleActs = {
  retract(topic: string, seq: number, rule: HouseRule): Promise<void>;
  sanction(wanted: Omit<PlaceSanction, 'id'>): Promise<void>;
  appeals(): Promise<AppealItem[]>;
  /** The status that hearing an appeal was answered with. */
  hear(appeal: AppealItem | undefined, verdict: 'upheld' | 'overturned', reason: string): Promise<number>;
  reports(): Promise<ReportGroup[]>;
  settle(report: ReportGroup | undefined, verdict: 'upheld' | 'dismissed', rule?: HouseRule): Promise<void>;
};

/** A request below `/api/v1`: `ask` wants it done, `send` wants to know how it was answered. */
type Ways = {
  ask: (method: string, path: string, body?: object) => Promise<unknown>;
  send: (method: string, path: string, body?: object) => Promise<Response>;
};

export const peopleActs = ({ ask, send }: Ways): PeopleActs => ({
  retract: async (topic, seq, rule) => void (await ask('POST', 'moderation/retractions', { topic, seqs: [seq], rule })),
  sanction: async (wanted) => void (await ask('POST', 'moderation/sanctions', { id: randomUUID(), ...wanted })),
  appeals: async () => ((await ask('GET', 'moderation/appeals')) as AppealPage).items,
  hear: async (appeal, verdict, reason) =>
    (await send('POST', `moderation/appeals/${appeal?.id}/verdict`, { version: appeal?.version, verdict, reason })).status,
  reports: async () => ((await ask('GET', 'moderation/reports')) as ReportPage).items,
  settle: async (report, verdict, rule) =>
    void (await ask('POST', `moderation/reports/${report?.id}/verdict`, { version: report?.version, verdict, rule })),
});

type Said = { id: string; seq: number; author: string };

/** What was said last under a name in a topic. */
export async function lastWordOf(address: string, topic: string, name: string): Promise<Said> {
  const { entries } = (await (await fetch(`${address}/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  const isTheirs = (entry: (typeof entries)[number]): entry is MessageEntry =>
    entry.kind === 'message' && 'author' in entry.message && entry.message.author.name === name;
  const last = entries.filter(isTheirs).at(-1);
  if (!last || !('author' in last.message)) throw new Error(`${name} has said nothing in ${topic}`);
  return { id: last.message.id, seq: last.seq, author: last.message.author.id };
}
