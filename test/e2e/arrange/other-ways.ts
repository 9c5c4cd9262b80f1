import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test as base } from '@playwright/test';
import { aFreePort, type OwnProvider, startProvider } from '@yunhui/testkit';
import { type Settings, type SpawnedHub, startHub } from '../../harness/hub.js';

/** What the hub would have brought to phones: which code to which number. */
export type Phones = AsyncDisposable & { url: string; codes: { phone: string; code: string }[] };

/** Who brings codes to phones, of a journey's own. */
async function somePhones(): Promise<Phones> {
  const codes: Phones['codes'] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      codes.push(JSON.parse(body) as Phones['codes'][number]);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const end = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/codes`, codes, [Symbol.asyncDispose]: end };
}

/** Journeys on a hub with a provider to sign in by and phones to send codes to, all on this machine. */
export const journeysWithOtherWays = (settings: Settings) =>
  base.extend<object, { phones: Phones; provider: OwnProvider & { port: string }; hub: SpawnedHub }>({
    phones: [
      // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        await using phones = await somePhones();
        await use(phones);
      },
      { scope: 'worker' },
    ],
    provider: [
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const port = String(await aFreePort());
        await using provider = await startProvider([`http://127.0.0.1:${port}/sign-in/back`]);
        await use({ ...provider, port });
      },
      { scope: 'worker' },
    ],
    hub: [
      async ({ phones, provider }, use) => {
        await using hub = await startHub({
          ...settings,
          PORT: provider.port,
          ...provider.settings,
          OIDC_NAME: '科协统一身份',
          PHONE_VERIFIER_URL: phones.url,
          PHONE_VERIFIER_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        });
        await use(hub);
      },
      { scope: 'worker', timeout: 90_000 },
    ],
  });
