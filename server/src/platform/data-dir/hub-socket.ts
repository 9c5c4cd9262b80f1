import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartRefused } from '../start-refused.js';

/** What a command may ask of the hub that runs. */
export type HubRequest = 'backup' | 'audit-verify';
export type HubHolder = { pid: number; address?: string };

/**
 * The lock of a data folder: a socket that is listened on. The kernel lets go of it with the process, so a
 * crash leaves only a name, and a name nobody answers to is taken over.
 */
export class HubSocket {
  address: string | undefined;
  private readonly handlers = new Map<string, () => Promise<unknown>>();
  private readonly server: Server;

  private constructor(
    private readonly path: string,
    private readonly failed: (error: unknown) => void,
  ) {
    this.server = createServer((incoming, response) => void this.answer(incoming, response));
  }

  static async open(path: string, failed: (error: unknown) => void): Promise<HubSocket> {
    const socket = new HubSocket(path, failed);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await socket.listens()) return socket;
      await refuseIfHeld(path);
      await moveAside(path);
    }
    throw new StartRefused(`${path} cannot be taken over: several processes are trying to`);
  }

  answers(name: HubRequest, handler: () => Promise<unknown>): void {
    this.handlers.set(name, handler);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  /** Binding is the atomic step: of two processes that try, one gets EADDRINUSE. */
  private async listens(): Promise<boolean> {
    try {
      await new Promise<void>((listening, refused) => {
        this.server.once('error', refused);
        this.server.listen(this.path, () => {
          this.server.off('error', refused);
          listening();
        });
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
      throw error;
    }
    chmodSync(this.path, 0o600);
    this.server.unref();
    return true;
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

/** Moves a dead name away and looks at what was moved: a quicker process may have bound it in between, then it gets it back. */
async function moveAside(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const alive = (await holderOf(aside)) !== undefined;
  if (alive && !existsSync(path)) renameSync(aside, path);
  else rmSync(aside, { force: true });
  await refuseIfHeld(path);
}

function ask(socketPath: string, method: string, path: string, patienceMs: number): Promise<unknown> {
  return new Promise((answered, failed) => {
    const asking = request({ socketPath, method, path, timeout: patienceMs }, (response) => {
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
