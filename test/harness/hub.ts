import { join } from 'node:path';
import { aFolder, aFreePort, isStopped, startService, untilReady, type Service } from '@yunhui/testkit';

const repository = join(import.meta.dirname, '../..');

/** A start takes three seconds; on a machine that does ten things at once it takes its time. */
const startPatienceMs = 150_000;
/** A question that is lost while a hub starts is asked again. */
const askPatienceMs = 10_000;

/** The password of every demo account of a spawned hub. */
export const demoPassword = 'a-password-of-the-tests';

/** The real hub in a process of its own, as `npm start` runs it. Address and data stay the same through `kill` and `start`. */
export type SpawnedHub = AsyncDisposable & {
  readonly address: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: () => number;
  /** Whatever it said so far. */
  readonly output: () => string;
  /** SIGKILL, unless another way is named. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  pause(): void;
  resume(): void;
  /** Whether a SIGSTOP holds it. */
  isStopped(): boolean;
  /** Strikes after the hub's next commit, before anybody hears of it; `none` takes that back. Needs TEST_HOOKS=on. */
  strikeAtNextCommit(signal: 'SIGKILL' | 'SIGSTOP' | 'none'): Promise<void>;
  /** Ends the thread of the embedded store, as a crash of it would; needs TEST_HOOKS=on. */
  crashStore(): Promise<void>;
  /** Again, when it was killed. Settings given here replace those of before. */
  start(changes?: Settings): Promise<void>;
};

export type Settings = Record<string, string>;

/**
 * `await using hub = await startHub()`. The embedded store on a folder of its own, unless the settings name others;
 * the builds of this repository, unless another root is named.
 */
export async function startHub(settings: Settings = {}, root = repository): Promise<SpawnedHub> {
  const folder = settings['DATA_DIR'] ? undefined : await aFolder('yh-hub-');
  const dataDir = settings['DATA_DIR'] ?? folder?.path ?? '';
  const port = Number(settings['PORT'] ?? (await aFreePort()));
  const address = `http://127.0.0.1:${port}`;
  let env: Settings = {
    LOG_LEVEL: 'warn',
    DEMO_VISITORS: 'off',
    STILLS: 'off',
    DEMO_PASSWORD: demoPassword,
    ...settings,
    DATA_DIR: dataDir,
    PORT: `${port}`,
  };
  let service: Service;

  const start = async (changes: Settings = {}): Promise<void> => {
    env = { ...env, ...changes };
    const args = ['--enable-source-maps', join(root, 'server/dist/main.js')];
    service = startService(process.execPath, args, { cwd: root, env: { ...inherited(), ...env }, ipc: true });
    await untilReady(
      service,
      'the hub',
      async () => (await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(askPatienceMs) })).ok,
      startPatienceMs,
    );
  };
  await start();
  return {
    address,
    port,
    dataDir,
    pid: () => service.pid,
    output: () => service.output(),
    kill: (signal = 'SIGKILL') => service.kill(signal),
    pause: () => service.pause(),
    resume: () => service.resume(),
    isStopped: () => isStopped(service.pid),
    strikeAtNextCommit: async (signal) => void (await service.ask({ hook: 'committed', signal })),
    crashStore: async () => void (await service.ask({ hook: 'store' })),
    start,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await folder?.[Symbol.asyncDispose]();
    },
  };
}

/** What a hub needs of our environment, and none of the settings that somebody set for their own. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR, MALLOC_ARENA_MAX } = process.env;
  return { PATH, HOME, LANG, TMPDIR, MALLOC_ARENA_MAX };
}
