import { request } from 'node:http';
import { StartRefused } from '../start-refused.js';

/** What a command may ask of the hub that runs. */
export type HubRequest = 'backup' | 'audit-verify';
export type HubHolder = { pid: number; address?: string };

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
