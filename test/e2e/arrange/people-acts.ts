import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
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

/** What was said last under a name in a topic. A page shows its own words before the hub has them. */
export async function lastWordOf(address: string, topic: string, name: string): Promise<Said> {
  const isTheirs = (entry: Snapshot['entries'][number]): entry is MessageEntry =>
    entry.kind === 'message' && 'author' in entry.message && entry.message.author.name === name;
  const said: Said[] = [];
  const look = async (): Promise<number> => {
    const { entries } = (await (await fetch(`${address}/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
    for (const { seq, message } of entries.filter(isTheirs))
      if ('author' in message) said.push({ id: message.id, seq, author: message.author.id });
    return said.length;
  };
  await expect.poll(look, { message: `${name} has said something in ${topic}` }).toBeGreaterThan(0);
  return said.at(-1) as Said;
}
