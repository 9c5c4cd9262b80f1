import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { aFolder, anEmptyDatabase, startRedis } from '@yunhui/testkit';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { embeddedStoreIn } from '../../../test/embedded-store.js';
import { Database, migrate, openPostgres } from '../database/index.js';
import { BackupFolder } from './backup-folder.js';
import { backUpEmbedded, backUpPostgres, countStore, restoreEmbedded, restorePostgres } from './index.js';

const postgres = process.env['TEST_DATABASE_URL'];

/** A store with something in every table that is counted. */
async function fill(database: Database, entries: number): Promise<void> {
  await database.drizzle.execute(
    sql`insert into topics (topic, epoch, seq) values ('room:a', 'before', ${entries}), ('room:b', 'before', 0)`,
  );
  await database.drizzle.execute(sql`
    insert into topic_entries (topic, seq, at, kind, id, shown, body)
    select 'room:a', n, now(), 'message', gen_random_uuid(), true, jsonb_build_object('text', repeat('字', 50)) from generate_series(1, ${entries}::int) n`);
  await database.drizzle.execute(sql`insert into audit_entries (who, act, subject) values ('u1', 'activity.approved', 'activity:1')`);
}

const epochsOf = async (database: Database) => new Set((await database.rows(sql`select epoch from topics`)).map(({ epoch }) => epoch));

describe.runIf(!postgres)('a backup of the embedded store', { timeout: 120_000 }, () => {
  test('put into an empty hub has everything, under new epochs', async () => {
    await using folder = await aFolder();
    const hub = await embeddedStoreIn(join(folder.path, 'a'));
    await fill(hub, 500);
    const before = await countStore(hub);
    const { path, bytes } = await backUpEmbedded(hub, join(folder.path, 'a'));
    await hub.close();
    expect(bytes).toBeGreaterThan(100_000);

    await mkdir(join(folder.path, 'b'));
    expect(await restoreEmbedded(join(folder.path, 'b'), path)).toEqual(before);
    const restored = await embeddedStoreIn(join(folder.path, 'b'));
    expect(await countStore(restored)).toEqual({ topics: 2, entries: 500, holds: 0, auditRows: 1 });
    const epochs = await epochsOf(restored);
    expect(epochs.size).toBe(2);
    expect(epochs.has('before')).toBe(false);
    await restored.close();
  });

  test('takes a running hub back, and keeps what it replaced', async () => {
    await using folder = await aFolder();
    let hub = await embeddedStoreIn(folder.path);
    await fill(hub, 10);
    const { path } = await backUpEmbedded(hub, folder.path);
    await hub.drizzle.execute(sql`delete from topic_entries`);
    await hub.close();

    await restoreEmbedded(folder.path, path);
    expect((await readdir(folder.path)).toSorted()).toEqual(['backups', 'store', 'store.replaced']);
    hub = await embeddedStoreIn(folder.path);
    expect(await countStore(hub)).toMatchObject({ entries: 10 });
    await hub.close();
  });

  test('taken while the store is written to has what stood at its beginning, and nobody waits for it', async () => {
    await using folder = await aFolder();
    const hub = await embeddedStoreIn(join(folder.path, 'a'));
    await fill(hub, 50_000);
    let written = 0;
    let copied = false;
    const writing = (async () => {
      while (!copied) {
        written += 1;
        await hub.drizzle.execute(
          sql`insert into topic_entries (topic, seq, at, kind, id, shown, body) values ('room:b', ${written}, now(), 'message', gen_random_uuid(), true, '{}')`,
        );
      }
    })();
    const { path } = await backUpEmbedded(hub, join(folder.path, 'a')).finally(() => (copied = true));
    await writing;
    await hub.close();
    expect(written).toBeGreaterThan(20);

    await mkdir(join(folder.path, 'b'));
    const { entries } = await restoreEmbedded(join(folder.path, 'b'), path);
    expect(entries).toBeGreaterThanOrEqual(50_000);
    expect(entries).toBeLessThanOrEqual(50_000 + written);
    const restored = await embeddedStoreIn(join(folder.path, 'b'));
    const [gaps] = await restored.rows<{ n: number }>(
      sql`select coalesce(max(seq), 0) - count(*) as n from topic_entries where topic = 'room:b'`,
    );
    expect(gaps).toEqual({ n: 0 });
    await restored.close();
  });

  test('can be taken again after one in which the store died', async () => {
    await using folder = await aFolder();
    const hub = await embeddedStoreIn(folder.path);
    await fill(hub, 10);
    const dying = backUpEmbedded(hub, folder.path);
    if (hub.connections.kind === 'embedded') await hub.connections.pool.crash();
    await expect(dying).rejects.toThrow('Failed query: select');
    const { path } = await backUpEmbedded(hub, folder.path);
    expect(await readdir(join(folder.path, 'backups'))).toHaveLength(1);
    await hub.close();
    expect(await restoreEmbedded(folder.path, path)).toMatchObject({ entries: 10 });
  });

  test('that names a place outside its folder is refused', async () => {
    await using folder = await aFolder();
    const archive = join(folder.path, 'foreign.tar.gz');
    const foreign = pack();
    foreign.entry({ name: '../outside' }, 'x');
    foreign.finalize();
    await pipeline(foreign as unknown as Readable, createGzip(), createWriteStream(archive));
    await expect(restoreEmbedded(folder.path, archive)).rejects.toThrow('a backup does not reach outside');
    expect(await readdir(folder.path)).not.toContain('outside');
  });

  test('that is broken leaves the store as it was', async () => {
    await using folder = await aFolder();
    let hub = await embeddedStoreIn(folder.path);
    await fill(hub, 10);
    await hub.close();
    const broken = join(folder.path, 'broken.tar.gz');
    await writeFile(broken, 'not a backup');
    await expect(restoreEmbedded(folder.path, broken)).rejects.toThrow('incorrect header check');
    hub = await embeddedStoreIn(folder.path);
    expect(await countStore(hub)).toMatchObject({ entries: 10 });
    await hub.close();
  });
});

describe('the backups of a folder', () => {
  test('are the last six, and none that was not finished', async () => {
    await using folder = await aFolder();
    const backups = new BackupFolder(folder.path);
    const kept: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      kept.push((await backups.keep('tar.gz', (path) => writeFile(path, `${turn}`))).path);
      await new Promise((resolve) => setTimeout(resolve, 2)); // names are moments, to the millisecond
    }
    await expect(backups.keep('tar.gz', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect((await readdir(join(folder.path, 'backups'))).toSorted()).toEqual(kept.slice(2).map((path) => path.split('/').at(-1)));
    expect(await backups.find('tar.gz', undefined)).toBe(kept.at(-1));
    expect(await backups.find('tar.gz', 'unknown')).toBeUndefined();
  });
});

describe.runIf(postgres)('a backup of PostgreSQL', () => {
  test('put into an empty database has everything, under new epochs, and Redis has forgotten topics', async () => {
    await using folder = await aFolder();
    await using redis = await startRedis();
    await using from = await anEmptyDatabase(postgres ?? '');
    await using to = await anEmptyDatabase(postgres ?? '');
    const hub = new Database(await openPostgres(from.url, () => undefined));
    await migrate(hub);
    await fill(hub, 500);
    const before = await countStore(hub);
    const { path } = await backUpPostgres(from.url, folder.path);
    await hub.close();

    expect(await restorePostgres(to.url, { urls: [redis.url], isCluster: false }, path)).toEqual(before);
    const restored = new Database(await openPostgres(to.url, () => undefined));
    expect((await epochsOf(restored)).has('before')).toBe(false);
    await expect(restorePostgres(to.url, { urls: [redis.url], isCluster: false }, path)).rejects.toThrow(
      'A hub is connected to this database',
    );
    await restored.close();
    expect(await restorePostgres(to.url, { urls: [redis.url], isCluster: false }, path)).toEqual(before);
  });
});
