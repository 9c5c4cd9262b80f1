import { setTimeout as sleep } from 'node:timers/promises';
import { AddressRanges } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../test/http-hub.js';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';

/** Promised is half a minute; a guard is three times as long. */
const guardMs = 90_000;
const pupils = 300;
const school = { range: '203.0.113.0/24', note: 'a school' };

let hub: ProgrammeHub;
let operator: string;
beforeAll(async () => {
  hub = await startProgrammeHub({ TRUSTED_PROXIES: '127.0.0.1' });
  operator = await hub.signIn('operator');
});
afterAll(() => hub[Symbol.asyncDispose]());

const path = (campaign = outermost) => `/api/v1/campaigns/${campaign}/address-ranges`;
const list = async (items: object[], cookie = operator, campaign = outermost): Promise<[number, unknown]> => {
  const answer = await hub.ask(path(campaign), { ...posted({ items }, { cookie }), method: 'PUT' });
  return [answer.status, await answer.json()];
};
const becomeGuest = (address: string, displayName: string) => {
  const { headers, ...rest } = posted({ displayName });
  return hub.ask('/api/v1/guests', { ...rest, headers: { ...(headers as Record<string, string>), 'x-forwarded-for': address } });
};

/** As a page does it: refused for now, it asks again by itself, nine times. How often it was refused. */
async function untilNamed(address: string, name: string): Promise<number> {
  for (let refusals = 0; refusals <= 9; refusals += 1) {
    const answer = await becomeGuest(address, name);
    if (answer.ok) return refusals;
    const { code, retryAfterMs = 0 } = (await answer.json()) as { code: string; retryAfterMs?: number };
    if (code !== 'limit.reached') throw new Error(`a guest was answered ${code}`);
    await sleep(retryAfterMs + Math.random() * Math.min(1_000 * 2 ** refusals, 8_000));
  }
  throw new Error(`${name} has no name`);
}
const aClassFrom = async (address: string) => {
  const began = performance.now();
  const refusals = await Promise.all(Array.from({ length: pupils }, (_, at) => untilNamed(address, `同学${at}`)));
  return { refusals: refusals.reduce((sum, one) => sum + one, 0), withinMs: performance.now() - began };
};

describe('address ranges', () => {
  test('are the operators’ to list and to read', async () => {
    expect((await list([school], ''))[0]).toBe(401);
    expect((await list([school], await hub.signIn('moderator')))[0]).toBe(403);
    expect((await list([school], operator, 'no-such-campaign'))[0]).toBe(404);
    const [status, kept] = await list([school, { ...school, range: '2001:db8::/32', sockets: 50_000 }]);
    expect(status).toBe(200);
    expect(kept).toEqual({
      items: [
        { ...school, range: '2001:db8::/32', guestsPerSecond: 300, sockets: 50_000 },
        { ...school, guestsPerSecond: 300, sockets: 20_000 },
      ],
    });
    expect(AddressRanges.parse(await (await hub.ask(path(), { headers: { cookie: operator } })).json())).toEqual(kept);
    expect((await hub.ask(path())).status).toBe(401);
  });

  test('that are none, or everybody’s, are refused by name', async () => {
    for (const range of ['203.0.113.7', '203.0.113.0/33', '0.0.0.0/0', '10.0.0.0/9', '::/0', '2001:db8::/19', 'school', ''])
      expect(await list([{ ...school, range }])).toMatchObject([
        400,
        { code: 'request.malformed', retry: 'never', field: 'items.0.range' },
      ]);
    expect(await list([{ ...school, guestsPerSecond: 1 }])).toMatchObject([400, { field: 'items.0.guestsPerSecond' }]);
  });

  test('are audited, and none are left when none are listed', async () => {
    await list([school]);
    expect(await list([])).toEqual([200, { items: [] }]);
    const acts = await hub.app
      .get(Database)
      .rows<{ difference: object }>(
        sql`select difference from audit_entries where act = 'campaign.ranges-changed' order by at desc limit 1`,
      );
    expect(acts[0]?.difference).toMatchObject({ before: [{ range: school.range }], after: [] });
  });
});

describe('a class of 300 behind one address', () => {
  test('gets its names within half a minute, each by itself', { timeout: guardMs + 30_000 }, async () => {
    const { refusals, withinMs } = await aClassFrom('198.51.100.7');
    expect(refusals).toBeGreaterThan(0); // the ceiling was there
    expect(withinMs).toBeLessThan(guardMs);
  });

  test('gets them without waiting when its range is listed', { timeout: 60_000 }, async () => {
    await list([school]);
    expect((await aClassFrom('203.0.113.7')).refusals).toBe(0);
    const outside = await Promise.all(Array.from({ length: 100 }, () => becomeGuest('203.0.114.7', 'Ada')));
    expect(outside.some(({ status }) => status === 429)).toBe(true);
  });
});
