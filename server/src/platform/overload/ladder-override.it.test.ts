import { LadderStanding } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../test/http-hub.js';
import { type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../database/index.js';
import { Ladder } from './ladder.js';

let hub: ProgrammeHub;
let operator: string;
beforeAll(async () => {
  hub = await startProgrammeHub();
  operator = await hub.signIn('operator');
});
afterAll(() => hub[Symbol.asyncDispose]());

const path = '/api/v1/operations/ladder';
const put = async (wanted: object, cookie = operator): Promise<[number, unknown]> => {
  const answer = await hub.ask(path, { ...posted(wanted, { cookie }), method: 'PUT' });
  return [answer.status, await answer.json()];
};

describe('what operators say about the ladder', () => {
  test('is theirs to say and to read', async () => {
    const wanted = { level: 'sampled', reason: 'a rehearsal' };
    expect((await put(wanted, ''))[0]).toBe(401);
    expect((await put(wanted, await hub.signIn('moderator')))[0]).toBe(403);
    expect((await hub.ask(path)).status).toBe(401);
    expect(hub.app.get(Ladder).level).toBe('full');
    expect((await put({ level: 'all', reason: 'no such level' }))[0]).toBe(400);
    expect((await put({ level: 'http' }))[0]).toBe(400);
  });

  test('holds at once, whatever is measured, and is audited; taken back the node finds its own', async () => {
    const [status, standing] = await put({ level: 'state', reason: 'a rehearsal', minutes: 5 });
    expect([status, standing]).toMatchObject([200, { level: 'state', hold: { level: 'state', reason: 'a rehearsal' } }]);
    const ladder = hub.app.get(Ladder);
    for (let look = 0; look < 20; look++) ladder.look();
    const read = LadderStanding.parse(await (await hub.ask(path, { headers: { cookie: operator } })).json());
    expect(read.level).toBe('state');
    expect(await put({ level: null, reason: 'over' })).toMatchObject([200, { level: 'full' }]);
    const acts = await hub.app
      .get(Database)
      .rows(sql`select from_state as "from", to_state as "to", reason from audit_entries where act = 'ladder.held' order by at`);
    expect(acts).toEqual([
      { from: null, to: 'state', reason: 'a rehearsal' },
      { from: 'state', to: null, reason: 'over' },
    ]);
  });

  test('is over when its time is, and another node hears of it from the store', async () => {
    await hub.app
      .get(Database)
      .rows(sql`insert into ladder_holds (level, reason, until) values ('slow', 'from elsewhere', now() + interval '8 s')`);
    const ladder = hub.app.get(Ladder);
    await expect.poll(() => ladder.level, { timeout: 15_000 }).toBe('slow');
    await expect.poll(() => ladder.level, { timeout: 25_000 }).toBe('full');
  });
});
