import { ConfigError, loadConfig } from './config.js';
import { startHub } from './hub.js';

/** Everything this process started ends within this time; whatever hangs then is cut. */
const stopPatienceMs = 4_500;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

async function main(): Promise<void> {
  const config = loadConfig();
  const hub = await startHub(config);
  say(`云汇 Yunhui is ready: ${hub.address}`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    hub.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever started us with a channel is gone without a word: nothing may outlive it.
  process.on('disconnect', stop);
}

main().catch((error: unknown) => fail(error instanceof ConfigError ? error.message : String(error instanceof Error ? (error.stack ?? error.message) : error)));
