import { join } from 'node:path';
import { aFreePort, startService, untilReady } from '@yunhui/testkit';

const root = join(import.meta.dirname, '../..');

/** What the script says of itself. `pids`: each process of the hub by its name in scripts/cluster/plan.mjs. */
export type Account = { address: string; databaseUrl: string; redisUrl: string; pids: Record<string, number> };

/** A hub of several processes behind its balancer, as `npm run cluster` starts it. */
export type ManyProcesses = AsyncDisposable & {
  readonly account: Account;
  /** Ends and starts one web after the other; settles when the last one is back. */
  roll(): Promise<Account>;
  /** kill -9 of the script: what it started has to go by itself. */
  kill(): Promise<void>;
};

/** `await using hub = await startManyProcesses()` */
export async function startManyProcesses(settings: Record<string, string> = {}): Promise<ManyProcesses> {
  const port = await aFreePort();
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  const env = {
    PATH,
    HOME,
    LANG,
    TMPDIR,
    DEMO_VISITORS: 'off',
    STILLS: 'off',
    RATE_LIMITS: 'off',
    VISIBLE_BUDGET: '0',
    ...settings,
    PORT: `${port}`,
  };
  const service = startService(process.execPath, [join(root, 'scripts/cluster/run.mjs')], { cwd: root, env, ipc: true });
  await untilReady(service, 'the cluster', async () => service.output().includes('is ready'), 170_000);
  return {
    account: (await service.ask({})) as Account,
    roll: async () => (await service.ask({ roll: true })) as Account,
    kill: () => service.kill('SIGKILL'),
    [Symbol.asyncDispose]: async () => {
      await service.kill('SIGTERM');
    },
  };
}
