import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/platform-app.js';
import { FiguresRepository } from './figures.repository.js';
import { loadsOf, marksOf, outcomesOf, rulesOf, timesOf, treatedOf } from './figures.rules.js';

let store: Awaited<ReturnType<typeof aDatabase>>;
let figures: FiguresRepository;
const moderator = '018f3f3f-0000-7000-8000-00000000b001';
const since = new Date(Date.now() - 2 * 3_600_000);
/** A day's sums stand at its beginning, which is no longer ago than this. */
const today = new Date(Date.now() - 24 * 3_600_000);
const run = (statement: ReturnType<typeof sql>) => store.database.rows(statement);
beforeAll(async () => {
  store = await aDatabase();
  figures = new FiguresRepository(store.database);
}, 120_000);
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ['holds', 'evidence', 'moderation_marks', 'moderation_changes', 'moderation_tallies'])
    await run(sql`delete from ${sql.raw(table)}`);
});

/** Held a minute ago; what screening found is an advertisement. */
async function aHold(region = '450100'): Promise<string> {
  const id = crypto.randomUUID();
  const review = { scope: region.slice(0, 2).padEnd(6, '0'), region, level: 2, findings: [{ rule: 't1', category: 'ad' }] };
  await run(sql`insert into holds (id, topic, author_id, kind, body, why, review, sent_at)
    values (${id}::uuid, 'room:nanning', gen_random_uuid(), 'message', '{}', 'screening', ${JSON.stringify(review)}::jsonb, clock_timestamp() - interval '1 minute')`);
  return id;
}
const settle = (id: string, state: string, by: string | null = moderator) =>
  run(sql`update holds set state = ${state}, settled_at = sent_at + interval '8 seconds', decided_by = ${by}::uuid, rule = ${state === 'rejected' ? 'ad' : null}::text
    where id = ${id}::uuid`);
const reopen = (id: string) =>
  run(sql`update holds set state = 'held', settled_at = null, decided_by = null, rule = null where id = ${id}::uuid`);
const region = (key: string) => ({ scopes: [], regions: [key] });

describe.each([
  ['while it is not added up yet', 0],
  ['when it has been added up', 1_000],
])('what moderation has done, %s,', (_when, most) => {
  const added = async () => {
    while (most > 0 && (await figures.fold(most)) > 0);
    return figures.hours(undefined, since);
  };

  test('is counted by what became of it, by whom, how fast and by which rule', async () => {
    for (const state of ['passed', 'passed', 'rejected']) await settle(await aHold(), state);
    await settle(await aHold(), 'expired', null);
    const sums = await added();
    expect(outcomesOf(sums)).toEqual({ passed: 2, rejected: 1, expired: 1, withdrawn: 0 });
    expect(loadsOf(sums, 9)).toMatchObject([{ id: moderator, decided: 3 }]);
    expect(Math.abs((timesOf(sums).p50Ms ?? 0) - 8_000)).toBeLessThan(400);
    expect(rulesOf(sums, 9)).toEqual([{ rule: 't1', category: 'ad', decided: 3, rejected: 1 }]);
    expect(treatedOf(await figures.days(today), 9)).toEqual([{ rule: 'ad', messages: 1 }]);
  });

  test('is counted no more when it is taken back, and otherwise when an appeal says so', async () => {
    const [undone, overturned] = [await aHold(), await aHold()];
    await settle(undone, 'rejected');
    await settle(overturned, 'rejected');
    await added();
    await reopen(undone);
    await run(sql`update holds set state = 'passed', version = version + 1 where id = ${overturned}::uuid`);
    const sums = await added();
    expect(outcomesOf(sums)).toEqual({ passed: 1, rejected: 0, expired: 0, withdrawn: 0 });
    expect(rulesOf(sums, 9)).toEqual([{ rule: 't1', category: 'ad', decided: 1, rejected: 0 }]);
    expect(treatedOf(await figures.days(today), 9)).toEqual([]);
    await settle(undone, 'passed');
    expect(outcomesOf(await added())).toMatchObject({ passed: 2 });
  });

  test('is counted where it was said, and everywhere', async () => {
    await settle(await aHold('450100'), 'passed');
    await settle(await aHold('510100'), 'passed');
    await added();
    expect(outcomesOf(await figures.hours(region('450100'), since))).toMatchObject({ passed: 1 });
    expect(outcomesOf(await figures.hours({ scopes: ['510000'], regions: [] }, since))).toMatchObject({ passed: 1 });
    expect(outcomesOf(await figures.days(today))).toMatchObject({ passed: 2 });
  });

  test('has the retractions that turned out right, and what was noted', async () => {
    for (const rule of ['ad', 'flame'])
      await run(
        sql`insert into evidence (id, topic, seq, body, by_whom, rule) values (gen_random_uuid(), 'room:nanning', 1, '{}', 'moderator', ${rule})`,
      );
    await run(sql`insert into moderation_marks (kind, scope, amount) values ('exposure', '450000', 90.5), ('collision', '450000', 1)`);
    await added();
    await run(sql`update evidence set overturned_at = clock_timestamp() where rule = 'ad'`);
    const sums = await added();
    expect(treatedOf(await figures.days(today), 9)).toEqual([{ rule: 'flame', messages: 1 }]);
    expect(marksOf(sums)).toEqual({ collisions: 1, undone: 0, retracted: 1, viewerSeconds: 91 });
  });

  test('counts neither what only waited for its delay, nor among the verdicts what nobody looked at', async () => {
    const delayed = await aHold();
    await run(sql`update holds set due_at = clock_timestamp() where id = ${delayed}::uuid`);
    await settle(delayed, 'passed', null);
    await run(sql`insert into holds (id, topic, author_id, kind, body, why, state, rule, sent_at, settled_at)
      values (gen_random_uuid(), 'room:nanning', gen_random_uuid(), 'message', '{}', 'refused', 'rejected', 'fraud', clock_timestamp(), clock_timestamp())`);
    expect(outcomesOf(await added())).toEqual({ passed: 0, rejected: 0, expired: 0, withdrawn: 0 });
    expect(treatedOf(await figures.days(today), 9)).toEqual([{ rule: 'fraud', messages: 1 }]);
  });
});
