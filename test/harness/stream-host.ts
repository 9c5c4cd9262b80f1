import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDemoOrigin, serveOrigin } from '@yunhui/demo';
import { aFolder } from '@yunhui/testkit';

/** Somebody else's live stream: a portal whose playlist leads on to a host for the many, both on https. */
export type StreamHost = AsyncDisposable & {
  /** What a host of a channel would register. */
  readonly playlist: string;
  /** Where its segments really come from. */
  readonly carrier: string;
  /** The file with the certificate that both show, for programs that are to believe it. */
  readonly certificate: string;
};

/** `await using host = await aStreamHost('deep-space')`: real HLS from origins that are not the hub's, open to every page. */
export async function aStreamHost(channel: string): Promise<StreamHost> {
  const folder = await aFolder('yh-stream-');
  const key = join(folder.path, 'key.pem');
  const certificate = join(folder.path, 'certificate.pem');
  const wanted =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1';
  await promisify(execFile)('openssl', [...wanted.split(' '), '-keyout', key, '-out', certificate]);
  const identity = { key: await readFile(key), cert: await readFile(certificate) };
  const origin = serveOrigin(openDemoOrigin(), Date.now);
  const carrier = await serve(identity, (request, response) => void (origin(request, response) || response.writeHead(404).end()));
  const portal = await serve(identity, (_request, response) => {
    const location = `${carrier.address}/demo/hls/${channel}/master.m3u8`;
    response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end();
  });
  return {
    playlist: `${portal.address}/live/${channel}.m3u8`,
    carrier: carrier.address,
    certificate,
    [Symbol.asyncDispose]: async () => {
      portal.close();
      carrier.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function serve(identity: { key: Buffer; cert: Buffer }, answer: RequestListener) {
  const server = createServer(identity, answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
