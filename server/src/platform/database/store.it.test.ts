import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openEmbedded } from './connections.js';
import { Database } from './database.js';
import { migrate } from './migrations.js';
import { PglitePool } from './pglite-pool.js';
import { StoreLost } from './sql-error.js';

const aFolder = () => join(mkdtempSync(join(tmpdir(), 'hub-store-')), 'store');

describe.runIf(!process.env['TEST_DATABASE_URL'])('the embedded store', () => {
  test('keeps what was committed when its worker dies, and goes on', async () => {
    const pool = await PglitePool.open({ dataDir: aFolder() });
    await pool.query('create table notes (words text)');
    await pool.query('insert into notes values ($1)', ['kept']);
    await pool.crash();
    expect((await pool.query('select words from notes')).rows).toEqual([{ words: 'kept' }]);
    await pool.end();
  });

  test('says that the fate of a statement is unknown when the worker dies under it', async () => {
    const pool = await PglitePool.open({});
    const slow = pool.query('select sum(n) from generate_series(1, 50000000) n');
    setTimeout(() => void pool.crash(), 50);
    await expect(slow).rejects.toBeInstanceOf(StoreLost);
    await pool.end();
  });

  test('goes by its hub’s clock wherever that was set, also after its worker died', async () => {
    const aheadMs = -1_000 * 24 * 3_600_000;
    const pool = await PglitePool.open({ clockAheadMs: aheadMs });
    const offMs = async () => {
      const { rows } = await pool.query('select extract(epoch from clock_timestamp())::float8 * 1000 as at');
      return Math.abs((rows[0] as { at: number }).at - (Date.now() + aheadMs));
    };
    expect(await offMs()).toBeLessThan(5_000);
    await pool.crash();
    expect(await offMs()).toBeLessThan(5_000);
    await pool.end();
  });

  test('rolls a failed transaction back and lends the connection on', async () => {
    const database = new Database(await openEmbedded({}));
    await database.drizzle.execute(sql`create table notes (words text)`);
    const failed = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('gone')`);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await database.rows(sql`select count(*) as n from notes`)).toEqual([{ n: 0 }]);
    await database.close();
  });

  test('takes the migrations once', async () => {
    const database = new Database(await openEmbedded({}));
    await migrate(database);
    await migrate(database);
    expect(await database.rows(sql`select count(*) as n from topics`)).toEqual([{ n: 0 }]);
    await database.close();
  });
});
