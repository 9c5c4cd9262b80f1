import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { StartRefused } from '../start-refused.js';
import { answersOn, shutDownOrphan } from './unix-redis.js';

/**
 * The shell that keeps Redis from outliving us: it reads our pipe, which the kernel closes when we die,
 * also by `kill -9`. When Redis ends by itself the shell ends with its status.
 */
const guardian = `
exec 3<&0
redis-server "$@" 3<&- </dev/null &
server=$!
{ while read -r _; do :; done; kill -9 "$server" 2>/dev/null; } <&3 &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

const startPatienceMs = 5_000;
const longestBackOffMs = 2_000;
const commandNotFound = 127;

/** The Redis of an embedded hub: a child on a socket in the data folder that keeps nothing on disk and is started again when it dies. */
export class PrivateRedis {
  private readonly logger = new Logger(PrivateRedis.name);
  private child: ChildProcess | undefined;
  private stopping = false;
  private failures = 0;

  private constructor(
    private readonly socket: string,
    private readonly folder: string,
  ) {}

  /** Only for the holder of the folder's lock: whatever else listens on the socket is an orphan and is shut down. */
  static async start(socket: string, folder: string): Promise<PrivateRedis> {
    const redis = new PrivateRedis(socket, folder);
    await shutDownOrphan(socket);
    await redis.launch();
    return redis;
  }

  get url(): string {
    return `unix://${this.socket.split('/').map(encodeURIComponent).join('/')}`;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.stdin?.end();
    await once(child, 'exit');
    rmSync(this.socket, { force: true });
  }

  private async launch(): Promise<void> {
    const args = ['--unixsocket', this.socket, '--unixsocketperm', '700', '--port', '0', '--dir', this.folder];
    const ephemeral = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--loglevel', 'warning'];
    // its own process group: Ctrl-C is for us, who then stop it in order
    const child = spawn('/bin/sh', ['-c', guardian, 'redis', ...args, ...ephemeral], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.stdin.on('error', () => undefined); // it went before we let go
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
    this.child = child;
    const ended = once(child, 'exit').then(([code]: (number | null)[]) => code);
    await this.untilItAnswers(ended, () => said);
    void ended.then((code) => this.startAgain(code, said));
  }

  private async untilItAnswers(ended: Promise<number | null | undefined>, said: () => string): Promise<void> {
    let exit: { code: number | null | undefined } | undefined;
    void ended.then((code) => (exit = { code }));
    for (const deadline = Date.now() + startPatienceMs; Date.now() < deadline; await wait(20)) {
      if (exit?.code === commandNotFound) {
        throw new StartRefused(
          'redis-server is not on the PATH. Install Redis 7 (apt install redis-server, brew install redis), or set DATABASE_URL and REDIS_URL',
        );
      }
      if (exit) throw new StartRefused(`redis-server ended at once (${exit.code}): ${said().trim() || 'it said nothing'}`);
      if (await answersOn(this.socket)) return;
    }
    this.child?.stdin?.end();
    throw new StartRefused(`redis-server did not answer on ${this.socket} within ${startPatienceMs} ms: ${said().trim()}`);
  }

  /** A Redis that died is back in 50 ms; one that keeps dying is tried every 2 s. */
  private async startAgain(code: number | null | undefined, said: string): Promise<void> {
    if (this.stopping) return;
    this.logger.error(`The private Redis ended (${code ?? 'killed'}); starting it again. ${said.trim()}`);
    const startedAt = Date.now();
    await wait(Math.min(longestBackOffMs, 50 * 2 ** this.failures));
    if (this.stopping) return;
    try {
      await shutDownOrphan(this.socket);
      await this.launch();
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.logger.error(error, `The private Redis did not start (${Date.now() - startedAt} ms)`);
      void this.startAgain(undefined, '');
    }
  }
}
