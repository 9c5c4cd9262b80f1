import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type HubHolder, holderOf, type HubRequest, refuseIfHeld } from './ask-hub.js';

/** Longer than a rival needs between looking at a name and moving it. */
const rivalsSettleMs = 150;

/**
 * The lock of a data folder: a socket that is listened on. The kernel lets go of it with the process, so a
 * crash leaves only a name, and a name nobody answers to is taken over.
 *
 * It is bound under a name of its own and then linked to the known one: a link never replaces, so of several
 * that try at once one succeeds, and closing the others does not take the winner's name away.
 */
export class HubSocket {
  private readonly handlers = new Map<string, () => Promise<unknown>>();
  private readonly server: Server;
  private inode: bigint | undefined;

  private constructor(
    private readonly path: string,
    private readonly address: string | undefined,
    private readonly failed: (error: unknown) => void,
  ) {
    this.server = createServer((incoming, response) => void this.answer(incoming, response));
  }

  static async open(path: string, address: string | undefined, failed: (error: unknown) => void): Promise<HubSocket> {
    const socket = new HubSocket(path, address, failed);
    try {
      await socket.take();
    } catch (error) {
      await socket.close();
      throw error;
    }
    return socket;
  }

  answers(name: HubRequest, handler: () => Promise<unknown>): void {
    this.handlers.set(name, handler);
  }

  async close(): Promise<void> {
    if (inodeOf(this.path) === this.inode) rmSync(this.path, { force: true });
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private async take(): Promise<void> {
    const own = `${this.path}.${randomBytes(4).toString('hex')}`;
    await this.listen(own);
    chmodSync(own, 0o600);
    this.inode = inodeOf(own);
    try {
      while (!(await this.links(own))) {
        await refuseIfHeld(this.path);
        await moveAside(this.path);
      }
    } finally {
      rmSync(own, { force: true });
    }
  }

  private async listen(path: string): Promise<void> {
    await new Promise<void>((listening, refused) => {
      this.server.once('error', refused);
      this.server.listen(path, () => {
        this.server.off('error', refused);
        listening();
      });
    });
    this.server.unref();
  }

  /** True when the known name is ours, and still is after a rival who took it for dead could have moved it. */
  private async links(own: string): Promise<boolean> {
    try {
      linkSync(own, this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    await wait(rivalsSettleMs);
    return inodeOf(this.path) === this.inode;
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (incoming.method === 'GET') return void reply(200, { pid: process.pid, address: this.address } satisfies HubHolder);
    const handler = this.handlers.get(incoming.url?.slice(1) ?? '');
    if (!handler) return void reply(404, { message: 'this hub does not do that' });
    try {
      reply(200, await handler());
    } catch (error) {
      this.failed(error);
      reply(500, { message: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** Moves a dead name away and looks at what was moved: a quicker process may have linked it in between, then it gets it back. */
async function moveAside(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
    if (await holderOf(aside)) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error; // somebody else moved it, or has it by now
  } finally {
    rmSync(aside, { force: true });
  }
}

function inodeOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
