import { anEmptyDatabase } from '@yunhui/testkit';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPostgres } from './connections.js';
import { Database } from './database.js';

const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';

test.runIf(serverUrl)(
  'a connection that dies inside a transaction costs that transaction, not the process and not its place in the pool',
  async () => {
    await using place = await anEmptyDatabase(serverUrl);
    const problems: Error[] = [];
    const database = new Database(await openPostgres(place.url, (error) => problems.push(error)));
    const other = new Database(await openPostgres(place.url, () => undefined));
    for (let i = 0; i < 12; i++) {
      const died = database.transaction(async (tx) => {
        const [me] = await database.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`, tx);
        await other.rows(sql`select pg_terminate_backend(${me?.pid}::int)`);
        await database.rows(sql`select 1`, tx);
      });
      await expect(died).rejects.toThrow(/terminat|Failed query/i);
    }
    expect(problems.length).toBeGreaterThan(0);
    expect(await database.rows(sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
    await Promise.all([database.close(), other.close()]);
  },
);

test.runIf(serverUrl)('a new connection is looked at before anything is appended over it, and only then', async () => {
  await using place = await anEmptyDatabase(serverUrl);
  const database = new Database(await openPostgres(place.url, () => undefined));
  let looks = 0;
  let isAway = false;
  database.lookBeforeAppends(async () => {
    looks += 1;
    if (isAway) throw new Error('nobody can say what is there');
  });
  const append = async (): Promise<number> => Number((await database.append('select pg_backend_pid() as pid', [])).rows[0]?.['pid']);
  const first = await append();
  expect([await append(), looks]).toEqual([first, 1]);
  await database.rows(sql`select pg_terminate_backend(${first}::int)`);
  isAway = true;
  await expect.poll(async () => append().catch((error: Error) => error.message)).toBe('nobody can say what is there');
  isAway = false;
  expect(await append()).not.toBe(first);
  expect(looks).toBeGreaterThanOrEqual(3);
  await database.close();
});
