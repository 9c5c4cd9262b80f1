import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefused } from '../start-refused.js';

/** What a command may ask of the hub that runs. */
export type HubRequest = 'backup' | 'audit-verify';
export type HubHolder = { pid: number; address?: string };

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
  address: string | undefined;
  private readonly handlers = new Map<string, () => Promise<unknown>>();
  private readonly server: Server;
  private inode: bigint | undefined;

  private constructor(
    private readonly path: string,
    private readonly failed: (error: unknown) => void,
  ) {
    this.server = createServer((incoming, response) => void this.answer(incoming, response));
  }

  static async open(path: string, failed: (error: unknown) => void): Promise<HubSocket> {
    const socket = new HubSocket(path, failed);
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

/** Who holds the folder; nothing when nobody listens there. A holder that is stopped holds it all the same. */
export async function holderOf(path: string): Promise<HubHolder | 'silent' | undefined> {
  try {
    return (await ask(path, 'GET', '/', 2_000)) as HubHolder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ECONNREFUSED' ? undefined : 'silent';
  }
}

/** Has the running hub do something only it can do, and returns what it answers. */
export function askHub(path: string, name: HubRequest): Promise<unknown> {
  return ask(path, 'POST', `/${name}`, 600_000);
}

export async function refuseIfHeld(path: string): Promise<void> {
  const holder = await holderOf(path);
  if (!holder) return;
  if (holder === 'silent') throw new StartRefused(`Another process holds ${path} and does not answer; end it first`);
  const where = holder.address ? `, at ${holder.address}` : '';
  throw new StartRefused(`A hub already runs on this data folder: pid ${holder.pid}${where}. Stop it, or set another DATA_DIR`);
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

function ask(socketPath: string, method: string, path: string, patienceMs: number): Promise<unknown> {
  return new Promise((answered, failed) => {
    const asking = request({ socketPath, method, path, timeout: patienceMs, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
        if (response.statusCode === 200) answered(body);
        else failed(new Error((body as { message: string }).message));
      });
    });
    asking.on('timeout', () => asking.destroy(new Error(`no answer within ${patienceMs} ms`)));
    asking.on('error', failed);
    asking.end();
  });
}
