import { type Config, ConfigError, loadConfig } from './config.js';
import type { Hub } from './hub.js';
import { giveBackHeap, keepHeapSmall, keepNewSpaceSmall } from './platform/small-heap.js';
import { StartRefused } from './platform/start-refused.js';

/** Everything this process started ends within this time; whatever hangs then is cut. */
const stopPatienceMs = 4_500;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

/** What the person at the keyboard needs to know. */
function* greeting({ address, setup, demo: { accounts, list } }: Hub): Generator<string> {
  yield `云汇 Yunhui is ready: ${address}`;
  if (setup !== undefined) {
    yield 'Whoever opens this link first, within 24 hours, operates this hub:';
    yield `  ${setup}`;
  }
  if (accounts.length === 0) return;
  yield 'Demo accounts (sign in at /sign-in):';
  for (const { login, role, password } of accounts) yield `  ${login.padEnd(10)} ${role.padEnd(10)} ${password ?? ''}`.trimEnd();
  if (accounts.every(({ password }) => password === undefined)) yield `  Their passwords: DEMO_PASSWORD, or ${list}`;
}

async function main(): Promise<void> {
  keepHeapSmall();
  const config = loadConfig();
  const isWorker = config.PROCESS === 'worker';
  if (isWorker) keepNewSpaceSmall();
  const starting = start(config);
  endWith(starting);
  for (const line of greeting(await starting)) say(line);
  if (isWorker) giveBackHeap();
}

/** The application is loaded here and not above: its settings say how, and a mistake in them needs none of it. */
async function start(config: Config): Promise<Hub> {
  const [{ startHub }, { isRedisGone }] = await Promise.all([import('./hub.js'), import('./platform/redis/index.js')]);
  surviveLostRedis(isRedisGone);
  return startHub(config);
}

/**
 * A library's forgotten promise on a connection that broke must not end the hub: Redis may go at any time.
 * Anything else that nobody caught is a fault, and ends the process as it should.
 */
function surviveLostRedis(isRedisGone: (reason: unknown) => boolean): void {
  process.on('unhandledRejection', (reason) => {
    if (!isRedisGone(reason)) throw reason;
    process.stderr.write(`Redis went away under a command that nobody waits for: ${String(reason)}\n`);
  });
}

/** Ends the hub on a signal, also one that is still starting, and when whoever started it is gone without a word. */
function endWith(starting: Promise<Hub>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    starting
      .then((hub) => hub.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof StartRefused;
  fail(error instanceof Error && !plain ? (error.stack ?? error.message) : String((error as Error).message ?? error));
});
