import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { aFolder, aFreePort } from '@yunhui/testkit';
import { inBeats } from '../in-beats.js';
import type { Peer } from './peer.js';

/** One worker, as the hub has one thread that sends; it keeps a message only until everybody has it. */
const configOf = (modules: string, folder: string, port: number): string => `
load_module ${modules}/ngx_nchan_module.so;
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 20000; }
http {
  access_log off;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${port};
    location = /rt/ { nchan_subscriber websocket; nchan_channel_id room; }
    location = /say { nchan_publisher http; nchan_channel_id room; nchan_message_timeout 10s; }
  }
}
`;

/** nginx with nchan, each message posted to it over HTTP; nothing where the bench was not given one. */
export async function startNchan(): Promise<Peer | undefined> {
  const root = process.env['BENCH_NCHAN'];
  if (!root) return undefined;
  const [folder, port] = [await aFolder('yh-nchan-'), await aFreePort()];
  const config = join(folder.path, 'nginx.conf');
  await writeFile(config, configOf(join(root, 'usr/lib/nginx/modules'), folder.path, port));
  const child = startUnpacked(join(root, 'usr/sbin/nginx'), ['-p', folder.path, '-c', config, '-e', join(folder.path, 'error.log')]);
  const url = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true });
  while ((await post(agent, url, 'ready?').catch(() => 0)) === 0) {
    if (child.exitCode !== null) throw new Error('nginx ended at its start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid ?? 0,
    async speak({ entry, perSecond, seconds }) {
      const text = `42${JSON.stringify(['message', entry])}`;
      const posting: Promise<unknown>[] = [];
      await inBeats(perSecond * seconds, perSecond, () => posting.push(post(agent, url, text).catch(() => undefined)));
      await Promise.all(posting);
    },
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Debian's nginx wants a folder below /var/lib whatever its settings say: it gets one of its own, in a view of the disk that only it has. */
function startUnpacked(program: string, args: readonly string[]): ChildProcess {
  const view = process.getuid?.() === 0 ? '-m' : '-rm';
  const script = 'mount -t tmpfs none /var/lib && mkdir /var/lib/nginx && exec "$@"';
  return spawn('unshare', [view, 'sh', '-c', script, 'sh', program, ...args], { stdio: 'ignore' });
}

function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/say`, { method: 'POST', agent }, (answer) =>
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
    );
    asked.on('error', reject).end(body);
  });
}
