import { Channel, Lobby } from '@yunhui/contracts';
import { layProgramme } from '@yunhui/demo';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { DemoImportService } from './demo-import.service.js';
import { DemoProgrammeService } from './demo-programme.service.js';

/** Ten in the evening in Shanghai: the programme ends soon, and tomorrow's is to be seen. */
const lateEvening = '2026-09-17T23:45:00+08:00';

const repeats = layProgramme('2026-09-17').filter(({ repeat }) => repeat).length;

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ CLOCK_AT: lateEvening });
});
afterAll(() => hub[Symbol.asyncDispose]());

const countOf = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await hub.app.get(Database).rows<{ count: number }>(sql.raw(`select count(*)::int as count from ${table} where ${where}`));
  return row?.count ?? 0;
};

describe('the demo', () => {
  test.each([
    ['regions', 156],
    ['organizations', 197],
    ['collectives', 39],
    ['campaigns', 6],
    ['activities', 132],
    ['channels', 52],
    ['hashtags', 12],
    ['demo_content', 24 + 3 + 80 + 60 + 20 + 1],
  ])('has all of its %s', async (table, count) => {
    expect(await countOf(table)).toBe(count);
  });

  test('has the programme of a week, from yesterday on, with repeats', async () => {
    await expect.poll(() => countOf('sessions', 'not repeat'), { timeout: 30_000 }).toBe(8 * 260);
    expect(await countOf('sessions', 'repeat')).toBe(8 * repeats);
    expect(await countOf('sessions', "starts_at < '2026-09-16T00:00:00+08:00' or starts_at >= '2026-09-24T00:00:00+08:00'")).toBe(0);
  });

  test('gives everything its topic', async () => {
    expect(await countOf('topics', "topic like 'room:%' and audience = 'public'")).toBe(52);
    expect(await countOf('topics', "topic like 'lobby:%' and audience = 'public'")).toBe(6);
    expect(await countOf('topics', "topic like 'hashtag:kepuri-2023:%' and audience = 'public'")).toBe(12);
    expect(await countOf('topics', "topic like 'queue:%' and audience = 'staff'")).toBe(36);
    expect(await countOf('topics', "topic like 'desk:%' and audience = 'staff'")).toBe((await countOf('regions')) + 2);
  });

  test('comes in twice without a trace', async () => {
    const before = await Promise.all(
      ['regions', 'organizations', 'activities', 'channels', 'sessions', 'stream_links', 'topics', 'demo_content'].map((table) =>
        countOf(table),
      ),
    );
    await hub.app.get(Database).rows(sql`delete from demo_content where kind = 'import'`);
    await hub.app.get(Database).rows(sql`delete from demo_days`);
    await hub.app.get(DemoImportService, { strict: false }).importOnce();
    await hub.app.get(DemoProgrammeService, { strict: false }).layWeek();
    const after = await Promise.all(
      ['regions', 'organizations', 'activities', 'channels', 'sessions', 'stream_links', 'topics', 'demo_content'].map((table) =>
        countOf(table),
      ),
    );
    expect(after).toEqual(before);
  });

  test('is marked sample, all of it', async () => {
    expect(await countOf('channels', 'not sample')).toBe(0);
    expect(await countOf('sessions', 'not sample')).toBe(0);
    const lobby = Lobby.parse(await hub.lobby());
    expect(lobby.channels.every(({ sample }) => sample)).toBe(true);
  });

  test('shows 49 channels of the programme and three that never stop', async () => {
    const { channels } = await hub.lobby();
    expect(channels).toHaveLength(52);
    expect(
      channels
        .filter(({ roundTheClock }) => roundTheClock)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['deep-space', 'microscope', 'tide']);
  });

  test('says late in the evening what comes tomorrow', async () => {
    const beijing = await hub.tile('beijing');
    expect(beijing).toMatchObject({ state: 'scheduled', session: { start: Date.parse('2026-09-18T07:00:00+08:00') } });
  });

  test('has a page for each channel, with today’s sessions and their replays', async () => {
    const page = Channel.parse(await (await hub.ask('/api/v1/channels/beijing')).json());
    expect(page).toMatchObject({
      campaign: outermost,
      region: { key: '110000', abbr: '京' },
      host: '北京市科学技术协会',
      topic: 'room:beijing',
      sample: true,
      roundTheClock: false,
    });
    expect(page.today.filter(({ repeat }) => !repeat)).toHaveLength(6);
    expect(new Set(page.today.map(({ state }) => state))).toEqual(new Set(['replay']));
    expect(page.current?.startsAt).toBe('2026-09-18T07:00:00+08:00');
  });

  test('streams what never stops, and has no stream of a channel that is off', async () => {
    const live = await hub.ask('/demo/hls/tide/master.m3u8');
    expect([live.status, live.headers.get('content-type')]).toEqual([200, 'application/vnd.apple.mpegurl']);
    expect(await live.text()).toMatch(/^#EXTM3U/);
    expect((await hub.ask('/demo/hls/beijing/master.m3u8')).status).toBe(404);
    expect((await hub.ask('/demo/no/such/thing')).status).toBe(404);
  });

  test('lays the next day at midnight, and leaves what was as it was', async () => {
    const clock = hub.app.get(Clock);
    const midnight = vi.spyOn(clock, 'now').mockReturnValue(Date.parse('2026-09-18T00:00:01+08:00'));
    try {
      const programme = hub.app.get(DemoProgrammeService, { strict: false });
      expect([await programme.layWeek(), await programme.layWeek()]).toEqual([true, false]);
      expect(await countOf('sessions', 'not repeat')).toBe(9 * 260);
      const page = Channel.parse(await (await hub.ask('/api/v1/channels/shanghai')).json());
      expect(page.today[0]?.startsAt.slice(0, 10)).toBe('2026-09-18');
    } finally {
      midnight.mockRestore();
    }
  });
});
