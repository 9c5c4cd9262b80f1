import { anEmptyDatabase } from '@yunhui/testkit';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPostgres } from './connections.js';
import { Database } from './database.js';

const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';

test.runIf(serverUrl)('of two transactions that wait for each other both are done, each once', async () => {
  await using place = await anEmptyDatabase(serverUrl);
  const database = new Database(await openPostgres(place.url, () => undefined));
  await database.rows(sql`create table notes as select * from (values ('a', 0), ('b', 0)) as kept (key, times)`);
  const { promise: bothHoldOne, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const add = (first: string, second: string) =>
    database.transaction(async (tx) => {
      await tx.execute(sql`update notes set times = times + 1 where key = ${first}`);
      begun += 1;
      if (begun === 2) resolve();
      await bothHoldOne;
      await tx.execute(sql`update notes set times = times + 1 where key = ${second}`);
    });
  await Promise.all([add('a', 'b'), add('b', 'a')]);
  expect(await database.rows(sql`select key, times from notes order by key`)).toEqual([
    { key: 'a', times: 2 },
    { key: 'b', times: 2 },
  ]);
  expect(begun).toBe(3);
  await database.close();
});
