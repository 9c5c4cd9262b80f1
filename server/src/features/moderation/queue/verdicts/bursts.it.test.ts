import { BurstDecided, type QueueItem, QueuePage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../../test/moderation-hub.js';
import { Database } from '../../../../platform/database/index.js';
import { HoldUpkeep } from './hold-upkeep.js';

let hub: ModerationHub;
let staff: Staff;
beforeAll(async () => {
  hub = await startModerationHub();
  staff = await hub.signIn('moderator');
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 10_000, interval: 50 };
const rows = <R extends object>(statement: ReturnType<typeof sql>) => hub.app.get(Database, { strict: false }).rows<R>(statement);
const burstIn = async (scope: string): Promise<QueueItem | undefined> =>
  QueuePage.parse(await (await staff.get(`moderation/holds?scope=${scope}&filter=burst`)).json()).items[0];

/** Many people say nearly the same: what is held of it is one burst. */
async function aBurst(topic: string, scope: string, text: string): Promise<QueueItem & { burst: { id: string; size: number } }> {
  const guests = await Promise.all(Array.from({ length: 8 }, (_, i) => hub.aGuest(`看客${i}`)));
  for (const { client } of guests) for (let i = 0; i < 3; i++) client.send({ topic, kind: 'chat', text: `${text} ${i}` });
  await expect.poll(async () => (await burstIn(scope))?.burst?.size ?? 0, soon).toBeGreaterThan(15);
  return (await burstIn(scope)) as QueueItem & { burst: { id: string; size: number } };
}

const decide = (id: string, verdict: object, by = staff) => by.send('POST', `moderation/bursts/${id}/verdict`, verdict);
const statesOf = async (burst: string): Promise<Record<string, number>> => {
  const counted = await rows<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from holds where burst = ${burst} group by state`,
  );
  return Object.fromEntries(counted.map(({ state, n }) => [state, n]));
};

describe('what many say at once', () => {
  test('is one item, and one verdict decides all of it, with one row in the audit', async () => {
    const item = await aBurst('room:guilin', '450300', '大家都来这里领资料吧快来');
    const { id, size } = item.burst;
    expect(item).toMatchObject({ why: 'burst' });
    const decided = BurstDecided.parse(await (await decide(id, { verdict: 'rejected' })).json());
    expect(decided.decided).toBeGreaterThanOrEqual(size);
    expect(await statesOf(id)).toEqual({ rejected: decided.decided });
    expect(await rows(sql`select reason from audit_entries where subject = ${id}`)).toEqual([{ reason: 'flood' }]);
    expect(await burstIn('450300')).toBeUndefined();
    expect(((await (await decide(id, { verdict: 'passed' })).json()) as { code: string }).code).toBe('hold.decided');
  });

  test('that was rejected is held again as a whole when that is taken back', async () => {
    const { burst } = await aBurst('room:beihai', '450500', '明天同一时间再来看海豚表演');
    const { verdict } = BurstDecided.parse(await (await decide(burst.id, { verdict: 'rejected' })).json());
    const undone = await staff.send('POST', `moderation/bursts/${burst.id}/undo`, { verdict });
    expect(undone.status).toBe(200);
    expect(await statesOf(burst.id)).toEqual({ held: burst.size });
    expect((await staff.send('POST', `moderation/bursts/${burst.id}/undo`, { verdict })).status).toBe(409);
  });

  test('that was passed is published in order, and waits again off the screens when that is taken back', async () => {
    const { burst } = await aBurst('room:zigong', '510300', '恐龙灯会真的太好看了推荐大家');
    const { decided, verdict } = BurstDecided.parse(await (await decide(burst.id, { verdict: 'passed' })).json());
    const shown = () =>
      rows<{ n: number }>(
        sql`select count(*)::int as n from topic_entries e join holds h on h.id = e.id where h.burst = ${burst.id} and e.retracted_at is null`,
      );
    expect(await shown()).toEqual([{ n: decided }]);
    await staff.send('POST', `moderation/bursts/${burst.id}/undo`, { verdict });
    expect(await shown()).toEqual([{ n: 0 }]);
    expect(await statesOf(burst.id)).toEqual({ held: decided });
    expect((await burstIn('510300'))?.burst).toEqual({ id: burst.id, size: decided });
  });

  test('is decided although the process that took the verdict has died', async () => {
    const { burst, topic } = await aBurst('room:ganzi', '513300', '高原上的星空今天晚上特别清楚');
    const [moderator] = await rows<{ id: string }>(sql`select id from users where login = 'moderator'`);
    await rows(sql`insert into burst_verdicts (id, burst, topic, verdict, masked, rule, decided_by)
      values (gen_random_uuid(), ${burst.id}, ${topic}, 'rejected', false, 'flood', ${moderator?.id}::uuid)`);
    await hub.app.get(HoldUpkeep, { strict: false }).look();
    expect(await statesOf(burst.id)).toEqual({ rejected: burst.size });
  });
});

test('a burst that nobody knows of is refused', async () => {
  expect((await decide('none', { verdict: 'passed' })).status).toBe(404);
});
