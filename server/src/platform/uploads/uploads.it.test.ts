import { randomUUID } from 'node:crypto';
import type { Problem, Upload } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { Uploads } from './index.js';

let hub: FilingHub;
let host: { cookie: string; id: string };
let picture: Buffer;
beforeAll(async () => {
  hub = await startFilingHub();
  host = await hub.anAccount({ role: 'host', region: 'UNITS' });
  picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#1e66c8' } })
    .jpeg()
    .toBuffer();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

type File = NonNullable<RequestInit['body']>;
type Sent = { cookie?: string; type?: string; kind?: string };
async function bring(file: File, { cookie = host.cookie, type = 'image/jpeg', kind = 'supplement' }: Sent = {}) {
  const headers = { origin: 'http://localhost', 'content-type': type, ...(cookie && { cookie }) };
  const answer = await hub.ask(`/api/v1/uploads?for=${kind}`, { method: 'POST', headers, body: file, duplex: 'half' } as RequestInit);
  return { status: answer.status, body: (await answer.json()) as Upload & Partial<Problem> };
}
const look = (id: string, width: number | string, cookie = '') => hub.ask(`/api/v1/uploads/${id}/${width}`, { headers: { cookie } });
const kept = async () => (await hub.app.get(Database).rows<{ n: number }>(sql`select count(*)::int as n from uploads`))[0]?.n ?? 0;
const hold = (by: string, subject: string, ids: readonly string[]) =>
  hub.app.get(Database).transaction((tx) => hub.app.get(Uploads).hold(tx, { id: by }, { kind: 'supplement', subject }, ids));

describe('a picture that is brought', () => {
  test('is drawn anew and shown to who brought it, in a width or the next below', async () => {
    const { status, body } = await bring(new Uint8Array(picture));
    expect({ status, body }).toEqual({ status: 201, body: { id: body.id } });
    for (const [width, shown] of [
      [320, 320],
      [640, 640],
      [1_280, 900],
    ] as const) {
      const answer = await look(body.id, width, host.cookie);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=300',
        'x-content-type-options': 'nosniff',
      });
      expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(shown);
    }
    expect((await look(body.id, 321, host.cookie)).status).toBe(400);
    expect((await look('no-id', 320, host.cookie)).status).toBe(400);
    for (const other of ['', (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie])
      expect((await look(body.id, 320, other)).status).toBe(404);
  });

  test('may call itself anything: what it is, its content says', async () => {
    const png = new Uint8Array(await sharp(picture).png().toBuffer());
    expect((await bring(png, { type: 'application/octet-stream' })).status).toBe(201);
    expect((await bring(png, { type: 'image/heic' })).status).toBe(201);
  });

  test.each<[string, () => File, Sent, number, string]>([
    ['words', () => '见报纸', {}, 415, 'upload.unreadable'],
    ['a table', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), {}, 415, 'upload.unreadable'],
    ['nothing', () => new Uint8Array(), {}, 415, 'upload.unreadable'],
    ['JSON', () => '{"picture": 1}', { type: 'application/json' }, 415, 'upload.unreadable'],
    ['more bytes than are read', () => new Uint8Array(10 * 1024 * 1024 + 1), {}, 413, 'upload.too-large'],
    ['a picture for nothing that shows any', () => new Uint8Array(picture), { kind: 'wall' }, 400, 'request.malformed'],
    ['a picture from nobody', () => new Uint8Array(picture), { cookie: '' }, 401, 'ticket.missing'],
  ])('that is %s is refused with its reason, and leaves nothing', async (_, file, sent, status, code) => {
    const before = await kept();
    expect(await bring(file(), sent)).toMatchObject({ status, body: { code } });
    expect(await kept()).toBe(before);
  });

  test('that never says how long it is, is not read further than it may be long', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(stream) {
        sent += 1_000_000;
        if (sent > 40_000_000) stream.close();
        else stream.enqueue(new Uint8Array(1_000_000));
      },
    });
    const before = await kept();
    const answer = await bring(endless).catch(() => ({ status: 413 })); // or the connection ends first
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(40_000_000);
    expect(await kept()).toBe(before);
  });

  test('comes from whoever files alone', async () => {
    const moderator = (await hub.anAccount({ role: 'moderator', region: 'CN' })).cookie;
    expect(await bring(new Uint8Array(picture), { cookie: moderator })).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  });
});

describe('what shows a picture', () => {
  test('holds what its host brought for it, and nothing else', async () => {
    const subject = randomUUID();
    const [one, other] = await Promise.all([bring(new Uint8Array(picture)), bring(new Uint8Array(picture))]);
    const stranger = await hub.anAccount({ role: 'host', region: 'UNITS' });
    await expect(hold(stranger.id, subject, [one.body.id])).rejects.toThrow('upload.unknown');
    await expect(hold(host.id, subject, [randomUUID()])).rejects.toThrow('upload.unknown');
    await hold(host.id, subject, [one.body.id, other.body.id, one.body.id]);
    await expect(hold(host.id, randomUUID(), [one.body.id])).rejects.toThrow('upload.unknown');

    // A colleague takes one away, and may put it back.
    await hold(stranger.id, subject, [other.body.id]);
    await hold(stranger.id, subject, [one.body.id, other.body.id]);
  });

  test('keeps it; what nothing shows is forgotten in a day', async () => {
    const [shown, taken, loose] = await Promise.all([1, 2, 3].map(() => bring(new Uint8Array(picture))));
    const ids = [shown, taken, loose].map((answer) => answer?.body.id ?? '');
    const [first = '', second = ''] = ids;
    const subject = randomUUID();
    await hold(host.id, subject, [first, second]);
    await hold(host.id, subject, [first]);
    const clock = hub.app.get(Clock) as { aheadMs: number };
    const statuses = async () =>
      Promise.all(ids.map(async (id) => (await hub.app.get(Database).rows(sql`select 1 from uploads where id = ${id}::uuid`)).length));
    clock.aheadMs += 86_000_000;
    await hub.app.get(Uploads).forgetLoose();
    expect(await statuses()).toEqual([1, 1, 1]);
    clock.aheadMs += 500_000;
    await hub.app.get(Uploads).forgetLoose();
    expect(await statuses()).toEqual([1, 0, 0]);
    expect(await hub.app.get(Database).rows(sql`select 1 from upload_forms where upload = ${second}::uuid`)).toEqual([]);
  });
});
