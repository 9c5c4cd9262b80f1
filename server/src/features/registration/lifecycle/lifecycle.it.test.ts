import type { ActivityForm, Filing, Review } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { PublicationService } from '../publication/publication.service.js';
import { LifecycleService } from './lifecycle.service.js';

let hub: FilingHub;
let filer: string;
let province: string;
const minuteMs = 60_000;

beforeAll(async () => {
  hub = await startFilingHub();
  filer = await hub.aFiler('gx-nature-museum', 'gx-stm', 'gx-media-museum');
  province = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const now = () => hub.app.get(Clock).now();
const goTo = (at: number) => {
  const clock = hub.app.get(Clock) as { aheadMs: number };
  clock.aheadMs += at - now();
};
/** Several nodes look at once; each step is taken once. */
const look = async (times = 4) => {
  const lifecycle = hub.app.get(LifecycleService, { strict: false });
  for (let at = 0; at < times; at += 1) await Promise.all([lifecycle.moveDue(), lifecycle.moveDue()]);
};
/** From the store: days pass here, and sign-ins with them. */
const stateOf = async ({ id }: Filing): Promise<string | undefined> =>
  (await hub.app.get(Database).rows<{ state: string }>(sql`select state from filings where id = ${id}::uuid`))[0]?.state;
const stepsOf = async ({ id }: Filing): Promise<string[]> => (await hub.audited(id)).map(({ act }) => act).slice(3);

/** On the programme, an hour from now; soon enough to need a reason. */
async function aPublished(unit: string, changes: (time: ActivityForm['time']) => Partial<ActivityForm>): Promise<Filing> {
  const at = (minutes: number) => new Date(now() + minutes * minuteMs).toISOString();
  const time = { precision: 'exact', startsAt: at(60), endsAt: at(120), tentative: false } as const;
  const draft = await hub.aDraft(filer, unit, { time, ...changes(time) });
  const filed = await hub.as<Filing>(filer, 'POST', `filings/${draft.id}/submit`, { version: draft.version, reason: '嘉宾今天才到' });
  await hub.as<Review>(province, 'POST', `reviews/${draft.id}/approve`, { version: filed.body.version, reason: '同意' });
  goTo(now() + 31_000);
  await hub.app.get(PublicationService, { strict: false }).publishDue();
  return (await hub.as<Filing>(filer, 'GET', `filings/${draft.id}`)).body;
}

describe('what is published moves on by itself', () => {
  test('by its host’s word, when its time has passed, when it is supplemented, and when that locks', async () => {
    const elsewhere = [{ address: 'https://www.bilibili.com/video/BV1xx411c7mD', verdict: 'OK' } as const];
    const filing = await aPublished('gx-nature-museum', (time) => ({
      sessions: aForm().sessions.map((session) => ({ ...session, time, links: elsewhere })),
    }));
    await look();
    expect(await stateOf(filing)).toBe('published');

    const { startsAt = '', endsAt = '', id = '' } = filing.programme?.[0] ?? {};
    goTo(Date.parse(startsAt) + 1_000);
    expect((await hub.as(filer, 'PUT', `sessions/${id}/signal`, { signal: 'started' })).status).toBe(200);
    await expect.poll(async () => [await look(1), await stateOf(filing)][1], { timeout: 15_000 }).toBe('live');

    goTo(Date.parse(endsAt) + 11 * minuteMs);
    await look();
    expect(await stateOf(filing)).toBe('supplementing');
    const { body } = await hub.as<Filing>(filer, 'GET', `filings/${filing.id}`);
    expect(body.supplement).toEqual({
      endedOn: '2023-09-08',
      deadline: '2023-09-18',
      boundBy: { rule: 'days-after-end', days: 10 },
      unfinishedIn: [],
    });
    expect(body.steps.slice(-3).map(({ event }) => event)).toEqual(['go-live', 'end', 'open-supplement']);

    goTo(Date.parse('2023-09-18T23:59:00+08:00'));
    await look();
    expect(await stateOf(filing)).toBe('supplementing');
    goTo(Date.parse('2023-09-19T00:00:01+08:00'));
    await look();
    expect(await stateOf(filing)).toBe('archived');
    expect(await stepsOf(filing)).toEqual(['filing.go-live', 'filing.end', 'filing.open-supplement', 'filing.archive']);
    expect(await stateOf(filing)).toBe('archived');
  });
});
