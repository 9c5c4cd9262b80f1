import { type Entry, HoldDecidedProblem, QueueItem, QueuePage } from '@yunhui/contracts';
import type { SQL } from 'drizzle-orm';
import { Database } from '../src/platform/database/index.js';
import { type ModerationHub, type Staff, startModerationHub } from './moderation-hub.js';

/** A hub in three rooms of which everything waits, and three moderators at their queues. */
export type ModeratedQueue = ModerationHub & {
  readonly national: Staff;
  readonly colleague: Staff;
  /** Looks after one province. */
  readonly guangxi: Staff;
  /** What stands in a room, as anybody reads it, or whoever the cookie is of. */
  entriesOf(topic: string, cookie?: string): Promise<Entry[]>;
  textsIn(topic: string): Promise<string>;
  rows<Row extends object>(statement: SQL): Promise<Row[]>;
};

export async function startModeratedQueue(): Promise<ModeratedQueue> {
  const hub = await startModerationHub({ RATE_LIMITS: 'off' });
  for (const topic of ['room:guangxi', 'room:wuzhou', 'room:sichuan']) await hub.setMode(topic, { reviewFirst: true });
  const entriesOf = async (topic: string, cookie?: string): Promise<Entry[]> => {
    const answer = await fetch(`${hub.url}/api/v1/topics/${topic}/messages?limit=200`, { headers: cookie ? { cookie } : {} });
    return ((await answer.json()) as { items: Entry[] }).items;
  };
  return {
    ...hub,
    national: await hub.signIn('moderator'),
    colleague: await hub.aStaff('小周', { role: 'moderator', region: 'CN' }),
    guangxi: await hub.aStaff('小韦', { role: 'moderator', region: '450000' }),
    entriesOf,
    textsIn: async (topic) => JSON.stringify(await entriesOf(topic)),
    rows: (statement) => hub.app.get(Database, { strict: false }).rows(statement),
  };
}

type Answer = Response | Promise<Response>;

export const itemFrom = async (answer: Answer): Promise<QueueItem> => QueueItem.parse(await (await answer).json());
export const problemFrom = async (answer: Answer) => HoldDecidedProblem.parse(await (await answer).json());
export const problemCode = async (answer: Answer): Promise<string> => ((await (await answer).json()) as { code: string }).code;

export const listed = async (staff: Staff, query: string): Promise<QueuePage> =>
  QueuePage.parse(await (await staff.get(`moderation/holds?${query}`)).json());

type Seen = Pick<QueueItem, 'id' | 'version'>;

export const decide = (staff: Staff, { id, version }: Seen, verdict: object): Promise<Response> =>
  staff.send('POST', `moderation/holds/${id}/verdict`, { version, ...verdict });

/** Takes a verdict back. */
export const undo = (staff: Staff, { id, version }: Seen): Promise<Response> =>
  staff.send('POST', `moderation/holds/${id}/undo`, { version });
