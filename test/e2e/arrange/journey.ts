import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { type Settings, type SpawnedHub, startHub } from '../../harness/hub.js';
import { aNetwork, type Network } from '../../harness/network.js';

export { expect } from '@playwright/test';

/** Held by every file whose pages keep the cores at work: one of them is walked at a time, and beside it one that mostly waits. */
export const busy = 'cores';

/** Journeys of a file, all on one hub of theirs, as a fresh machine has it but for these settings: the demo campaign on the embedded store. */
export const journeysOn = (settings: Settings) =>
  base.extend<object, { hub: SpawnedHub }>({
    hub: [
      // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        await using hub = await startHub(settings);
        await use(hub);
      },
      { scope: 'worker', timeout: 90_000 },
    ],
  });

export const test = journeysOn({});

/** Somebody with a browser of their own: cookies, storage and network are theirs. */
export type Somebody = AsyncDisposable & { page: Page; network: Network };

export async function somebody(browser: Browser, hub: SpawnedHub, options: BrowserContextOptions = {}): Promise<Somebody> {
  const network = await aNetwork(hub.port);
  const context = await browser.newContext({ baseURL: network.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  return {
    page: await context.newPage(),
    network,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await network[Symbol.asyncDispose]();
    },
  };
}
