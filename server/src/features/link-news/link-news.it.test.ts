import type { Inbox, Session } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { ChannelsService } from '../channels/index.js';
import { LinkJudge } from '../streams/probing/link-judge.js';
import { StreamsRepository } from '../streams/streams.repository.js';

const unit = 'gx-nature-museum';
const slug = 'a-link-fails';
const soon = { timeout: 15_000 };

let hub: FilingHub;
let operator: string;
beforeAll(async () => {
  hub = await startFilingHub();
  operator = await hub.signIn('operator');
  await hub.app.get(Database).transaction((tx) =>
    hub.app.get(ChannelsService, { strict: false }).open(tx, [
      {
        slug,
        host: unit,
        region: '450000',
        campaign: 'kepuri-2023',
        position: 99,
        level: 'city',
        title: slug,
        titleEn: slug,
        domains: [],
        roundTheClock: false,
        sample: true,
      },
    ]),
  );
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const inMinutes = (minutes: number) => new Date(hub.now() + minutes * 60_000).toISOString();
const linkOf = async ({ id }: Session): Promise<string> => {
  const [link] = await hub.app.get(Database).rows<{ id: string }>(sql`select id from stream_links where session = ${id}`);
  if (!link) throw new Error(`${id} has no link`);
  return link.id;
};
/** Looks at a link, and finds it dead, until it is held to be down. */
async function fails(id: string): Promise<void> {
  const links = hub.app.get(StreamsRepository, { strict: false });
  const judge = hub.app.get(LinkJudge, { strict: false });
  const now = hub.app.get(Clock).now();
  for (const after of [0, 10, 20, 30, 40]) {
    const link = await links.byId(id);
    if (!link) throw new Error(`there is no link ${id}`);
    const known = await judge.known([id]);
    await judge.judge(link, known(id), { at: now + after * 1000, found: 'failed', finding: 'http.gone' });
  }
  expect((await links.byId(id))?.health).toBe('down');
}

test('who files for its unit hears of a link that fails while its session is on, once until it is read', async () => {
  const [filer, colleague, stranger] = await Promise.all([hub.aFiler(unit), hub.aFiler(unit), hub.aFiler('gx-stm')]);
  const inboxOf = async (cookie: string) =>
    (await hub.as<Inbox>(cookie, 'GET', 'inbox')).body.items.map(({ kind, title, path }) => ({ kind, title, path }));
  const plan = (title: string, from: number) => {
    const slot = { startsAt: inMinutes(from), endsAt: inMinutes(from + 30) };
    const links = [{ kind: 'hls-live' as const, url: `https://${title.length}.example/live.m3u8` }];
    return hub.plan(slug, { title, form: '直播', ...slot, links }, operator);
  };
  const [later, on] = [await plan('明天的候鸟', 24 * 60), await plan('候鸟', 0)];
  await fails(await linkOf(later));
  await fails(await linkOf(on));
  const told = { kind: 'stream.failed', title: '候鸟', path: '/host' };
  await expect.poll(() => inboxOf(filer), soon).toEqual([told]);
  expect(await inboxOf(colleague)).toEqual([told]);
  expect(await inboxOf(stranger)).toEqual([]);
});
