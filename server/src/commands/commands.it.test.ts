import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { aFolder } from '@yunhui/testkit';
import { describe, expect, test } from 'vitest';
import { embeddedStoreIn } from '../../test/embedded-store.js';
import { aProgram } from '../../test/source-program.js';
import { DataDir } from '../platform/data-dir/index.js';

type Ended = { code: number; said: string };

/** Runs a command as its own process on a data folder. */
async function run(name: string, DATA_DIR: string, ...args: string[]): Promise<Ended> {
  using program = aProgram(`commands/${name}.ts`);
  const env = { PATH: process.env['PATH'], DATA_DIR };
  const ran = promisify(execFile)(process.execPath, [program.path, ...args], { env });
  return await ran.then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: `${stdout}${stderr}`.trim() }),
  );
}

async function inStore(folder: string, ...statements: ReturnType<typeof sql>[]): Promise<void> {
  const database = await embeddedStoreIn(folder);
  for (const statement of statements) await database.drizzle.execute(statement);
  await database.close();
}

const threeActs = sql`insert into audit_entries (who, act, subject) select 'u1', 'activity.approved', 'activity:' || n from generate_series(1, 3) n`;

describe.runIf(!process.env['TEST_DATABASE_URL'])('a command on the embedded store', { timeout: 180_000 }, () => {
  test('verifies the audit, and names the row that somebody changed', async () => {
    await using folder = await aFolder();
    await inStore(folder.path, threeActs);
    expect(await run('audit-verify', folder.path)).toEqual({ code: 0, said: 'audit:verify: ok, 3 rows' });
    await inStore(
      folder.path,
      sql`alter table audit_entries disable trigger audit_entries_append_only`,
      sql`update audit_entries set who = 'u2' where position = 2`,
    );
    const { code, said } = await run('audit-verify', folder.path);
    expect(code).toBe(1);
    expect(said).toMatch(/^audit:verify: broken at row 2 \(.*activity\.approved of activity:\d\); 1 rows before it fit$/);
  });

  test('backs a store up and puts it back, but not under a hub that runs', async () => {
    await using folder = await aFolder();
    await inStore(folder.path, threeActs, sql`insert into topics (topic) values ('room:a')`);
    expect(await run('backup', folder.path)).toMatchObject({ code: 0, said: expect.stringMatching(/^backup: ok, .*\.tar\.gz, \d+ KB$/) });
    await inStore(folder.path, sql`delete from topics`);

    const hub = await DataDir.take(folder.path, 'http://127.0.0.1:3000');
    const refused = await run('restore', folder.path);
    expect(refused).toEqual({ code: 1, said: expect.stringContaining(`pid ${process.pid}, at http://127.0.0.1:3000`) });
    await hub.onApplicationShutdown();

    expect(await run('restore', folder.path)).toEqual({ code: 0, said: 'restore: ok, 1 topics, 0 entries, 0 holds, 3 audit rows' });
  });

  test('asks the hub that runs for what only it can do', async () => {
    await using folder = await aFolder();
    const hub = await DataDir.take(folder.path);
    hub.answers('audit-verify', () => Promise.resolve({ rows: 7 }));
    hub.answers('backup', () => Promise.reject(new Error('the disk is full')));
    expect(await run('audit-verify', folder.path)).toEqual({ code: 0, said: 'audit:verify: ok, 7 rows' });
    expect(await run('backup', folder.path)).toMatchObject({ code: 1, said: expect.stringContaining('the disk is full') });
    await hub.onApplicationShutdown();
  });

  test('says what is missing', async () => {
    await using folder = await aFolder();
    expect(await run('audit-verify', folder.path)).toEqual({ code: 1, said: `audit:verify: There is no store in ${folder.path} yet` });
    expect(await run('restore', folder.path)).toEqual({ code: 1, said: `restore: There is no backup in ${folder.path}/backups` });
  });
});
