import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { CutTarget, LobbyChannel } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ffmpegHere } from '../../../test/ffmpeg-here.js';
import { type ModeratedHub, startModeratedHub } from '../../../test/moderated-hub.js';
import { night } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import { PictureTurns } from '../streams/index.js';
import { StillsStore } from './stills.store.js';

/** A still within seconds of its time, and ten seconds to the tile; there may be much else to do. */
const taken = { timeout: 60_000, interval: 500 };
/** What a cut-off is promised to take, three times. */
const soon = { timeout: 6_000, interval: 50 };

test('a hub without ffmpeg says so, and shows plates', { timeout: 60_000 }, async () => {
  await using hub = await startModeratedHub({ ...night, PATH: '' });
  expect(await (await hub.ask('/health/ready')).json()).toMatchObject({ status: 'ready', ffmpeg: 'missing' });
  await expect.poll(async () => (await hub.tile('tide')).state, { timeout: 25_000 }).toBe('live');
  await pause(12_000); // one measure of the tiles, two runs of the job
  expect((await hub.tile('tide')).still).toBeUndefined();
});

describe.skipIf(!ffmpegHere)('stills', { timeout: 150_000 }, () => {
  let hub: ModeratedHub;
  let moderator: string;
  beforeAll(async () => {
    const { PATH = '' } = process.env;
    hub = await startModeratedHub({ ...night, PATH });
    moderator = await hub.signIn('moderator');
  });
  afterAll(() => hub[Symbol.asyncDispose]());

  const stillOf = async (slug: string): Promise<NonNullable<LobbyChannel['still']>> => {
    const { still } = await hub.tile(slug);
    if (!still) throw new Error(`${slug} has no still`);
    return still;
  };
  const picture = (id: string, headers: Record<string, string> = {}) => hub.ask(`/api/v1/stills/${id}`, { headers });
  const makeDue = () => hub.app.get(Database).rows(sql`update stream_links set still_due_at = null returning id`);
  const anyStillOf = async (slug: string) => {
    await makeDue();
    // of what was cut off and is back, a tile may name the still that was dropped until it is measured again
    await expect.poll(async () => (await picture((await hub.tile(slug)).still?.id ?? 'none-yet')).status, taken).toBe(200);
    return stillOf(slug);
  };
  const cut = (target: CutTarget, id: string) => hub.as(moderator, 'POST', 'cuts', { act: randomUUID(), target, id, reason: '画面不对' });
  const undo = (target: CutTarget, id: string) => hub.as(moderator, 'DELETE', `cuts/${target}/${id}`);
  const linkOf = async (still: string): Promise<string> => {
    const kept = await hub.app.get(StillsStore, { strict: false }).read(still); // the next one may be there already
    return kept?.still.link ?? '';
  };

  test('of what is live stand on its tile, and are small pictures that caches may keep for a minute', async () => {
    expect(await (await hub.ask('/health/ready')).json()).toMatchObject({ ffmpeg: 'found' });
    const { id, at } = await anyStillOf('tide');
    expect(Math.abs(hub.now() - at)).toBeLessThan(90_000);
    const answer = await picture(id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^image\/(webp|jpeg)$/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60, immutable');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(96 * 1024);
    const again = await picture(id, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await picture('no-such-still-00')).status).toBe(404);
  });

  test('are served by every node', async () => {
    const { id } = await anyStillOf('tide');
    await using other = await hub.anotherNode();
    const address = other?.address ?? hub.address; // the embedded store has one node
    expect((await fetch(`${address}/api/v1/stills/${id}`)).status).toBe(200);
  });

  test('of a link are due once a minute, whoever asks', async () => {
    await anyStillOf('tide');
    const turns = hub.app.get(PictureTurns, { strict: false });
    const [now, most] = [hub.now(), 1_000];
    const ofTide = async (at: number) => (await turns.claim(new Date(at), most)).filter(({ channel }) => channel === 'tide').length;
    const first = await ofTide(now + 120_000);
    expect(first).toBe(2);
    const both = await Promise.all([ofTide(now + 150_000), ofTide(now + 179_000)]);
    expect(both).toEqual([0, 0]);
    const [one, two] = await Promise.all([ofTide(now + 181_000), ofTide(now + 181_000)]);
    expect(one + two).toBe(2);
  });

  test.each([
    ['link', 'tide'],
    ['channel', 'tide'],
    ['region', 'tide'],
  ] as const)('are gone at once when their %s is cut off', async (target, slug) => {
    const { id } = await anyStillOf(slug);
    expect((await picture(id)).status).toBe(200);
    const { region } = await hub.tile(slug);
    const cutId = { link: await linkOf(id), channel: slug, region }[target];
    expect((await cut(target, cutId)).status).toBe(201);
    await expect.poll(async () => (await picture(id)).status, soon).toBe(404);
    await expect.poll(async () => (await hub.tile(slug)).still?.id ?? null, soon).not.toBe(id);
    const kept = await hub.app.get(StillsStore, { strict: false }).all();
    expect(kept.map((still) => still.id)).not.toContain(id);
    await undo(target, cutId);
    await expect.poll(async () => (await hub.tile(slug)).state, { timeout: 25_000 }).toBe('live');
  });

  test('are not taken of a link whose host wants none', async () => {
    await hub.app.get(Database).rows(sql`update stream_links set pictured = false where channel = 'deep-space' returning id`);
    const store = hub.app.get(StillsStore, { strict: false });
    await store.drop((await store.all()).filter(({ channel }) => channel === 'deep-space'));
    const { id } = await anyStillOf('microscope');
    await makeDue();
    await expect.poll(async () => (await stillOf('microscope')).id, taken).not.toBe(id);
    expect((await store.all()).map(({ channel }) => channel)).not.toContain('deep-space');
  });
});
