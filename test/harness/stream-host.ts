import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { openDemoOrigin, serveOrigin } from '@yunhui/demo';
import { aCertificate, type Certificate } from './certificate.js';
import type { DoubleOrigin } from './double-origin.js';

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
  const certificate = await aCertificate();
  const origin = serveOrigin(openDemoOrigin(), Date.now);
  const carrier = await serve(certificate, (request, response) => void (origin(request, response) || response.writeHead(404).end()));
  const portal = await serve(certificate, (_request, response) => {
    const location = `${carrier.address}/demo/hls/${channel}/master.m3u8`;
    response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end();
  });
  return {
    playlist: `${portal.address}/live/${channel}.m3u8`,
    carrier: carrier.address,
    certificate: certificate.file,
    [Symbol.asyncDispose]: async () => {
      portal.close();
      carrier.close();
      await certificate[Symbol.asyncDispose]();
    },
  };
}

/** Doubles on https at an origin of their own, which is what a page may play from elsewhere. */
export type SecureDoubles = DoubleOrigin & {
  readonly certificate: string;
  /** From now on the source's time goes so many times as fast. */
  goFaster(times: number): void;
};

export async function secureDoubles(): Promise<SecureDoubles> {
  const certificate = await aCertificate();
  let pace = { from: Date.now(), at: Date.now(), times: 1 };
  const now = (): number => pace.at + (Date.now() - pace.from) * pace.times;
  const origin = openDemoOrigin();
  const answer = serveOrigin(origin, now);
  const server = await serve(certificate, (request, response) => void (answer(request, response) || response.writeHead(404).end()));
  return {
    address: server.address,
    certificate: certificate.file,
    playlist: (key) => `${server.address}/demo/double/${key}/tide/master.m3u8`,
    command: (key, behaviour) => origin.doubles.command(key, behaviour, now()),
    goFaster: (times) => void (pace = { from: Date.now(), at: now(), times }),
    [Symbol.asyncDispose]: async () => {
      server.close();
      await certificate[Symbol.asyncDispose]();
    },
  };
}

async function serve({ key, cert }: Certificate, answer: RequestListener) {
  const server = createServer({ key, cert }, answer);
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
