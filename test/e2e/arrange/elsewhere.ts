import { test as base } from '@playwright/test';
import { type Settings, type SpawnedHub, startHub } from '../../harness/hub.js';
import { type SecureDoubles, secureDoubles } from '../../harness/stream-host.js';

/** Journeys beside somebody else's streams: doubles at an https origin of their own, which the hub believes and looks at. */
export const journeysBesideDoubles = (settings: Settings) =>
  base.extend<object, { doubles: SecureDoubles; hub: SpawnedHub }>({
    doubles: [
      // Playwright reads from the first parameter what a fixture needs; this one needs nothing.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        await using doubles = await secureDoubles();
        await use(doubles);
      },
      { scope: 'worker' },
    ],
    hub: [
      async ({ doubles }, use) => {
        await using hub = await startHub({ ...settings, OUTBOUND_LOOPBACK: 'on', NODE_EXTRA_CA_CERTS: doubles.certificate });
        await use(hub);
      },
      { scope: 'worker', timeout: 90_000 },
    ],
  });

/** A browser that believes a certificate of this machine. */
export const believing = { ignoreHTTPSErrors: true };
