import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import type { Filing, WebhookSecret } from '@yunhui/contracts';
import { fillDesk } from './arrange/busy-desk.js';
import { enterAs, enterDesk } from './arrange/desk.js';
import { aFiler } from '../harness/filer.js';
import { signedIn } from '../harness/signed-in.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { accessible, contrast, fitsNarrow, holdsText, type PageCheck, still, walk } from './arrange/page-checks.js';
import {
  daytime,
  deskRoutes,
  formRoute,
  hostRoutes,
  operatorRoutes,
  recordRoute,
  reviewRoute,
  reviewRoutes,
  type Route,
} from './arrange/routes.js';

const test = journeysOn(daytime);
test.describe.configure({ lock: busy });
test.setTimeout(240_000);

/** Who works at the hub, and the pages that only they see, with something on them. */
type Staff = {
  who: string;
  pages: (address: string) => Promise<readonly Route[]>;
  enter: (page: Page, theme: 'dark' | 'light') => Promise<void>;
};

const filed = new Map<string, Promise<Filing>>();

/** What the demo's host has handed in, once a hub. */
function filingAt(address: string): Promise<Filing> {
  const known = filed.get(address) ?? aFiler(address).then((filer) => filer.submit('gx-nature-museum', { title }));
  filed.set(address, known);
  return known;
}
const title = '走进地震台 Walking_through_an_earthquake_observatory_without_any_gap 🌋👨‍👩‍👧‍👦：预警怎样抢出几秒';

/** An address that the demo's operator keeps, with something that is sent to it, for a look of each kind. */
async function webhookAt(address: string): Promise<string> {
  const operator = await signedIn(address, 'operator');
  const url = 'https://hooks.example.org/a_path_without_any_gap_at_all/that_is_longer_than_a_phone_is_wide';
  const note = '市融媒体 Walking_through_an_earthquake_observatory_without_any_gap 🌋';
  const { body } = await operator.post<WebhookSecret>('webhooks', { scope: '450000', url, note, events: ['filing.moved'] });
  await operator.post(`webhooks/${body.webhook.id}/try`);
  return body.webhook.id;
}

const staff: readonly Staff[] = [
  {
    who: 'hosts',
    pages: async (address) => [...hostRoutes, formRoute((await filingAt(address)).id)],
    enter: (page) => enterAs(page, 'host'),
  },
  {
    who: 'reviewers',
    pages: async (address) => {
      const { id } = await filingAt(address);
      return [...reviewRoutes, reviewRoute(id), recordRoute(id)];
    },
    enter: (page) => enterAs(page, 'province'),
  },
  {
    who: 'operators',
    pages: async (address) => operatorRoutes(await webhookAt(address)),
    enter: (page) => enterAs(page, 'operator'),
  },
  { who: 'moderators', pages: async (address) => fillDesk(address).then(() => deskRoutes), enter: enterDesk },
];

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

for (const { who, pages, enter } of staff)
  for (const locale of ['zh-CN', 'en-US']) {
    const found = async (browser: Browser, hub: SpawnedHub, checks: Record<string, PageCheck>, options: BrowserContextOptions = {}) => {
      const routes = await pages(hub.address);
      await using worker = await somebody(browser, hub, { locale, reducedMotion: 'reduce', ...options });
      await enter(worker.page, options.colorScheme === 'dark' ? 'dark' : 'light');
      return await walk(worker.page, routes, checks);
    };

    test(`every page of ${who} is accessible, still where less motion is wanted, and fits 320 px, ${locale}`, async ({ browser, hub }) => {
      expect(await found(browser, hub, { axe: accessible, 'less motion': still, '320 px': fitsNarrow })).toEqual({});
    });

    test(`every page of ${who} is accessible by night, ${locale}`, async ({ browser, hub }) => {
      expect(await found(browser, hub, { axe: accessible }, { colorScheme: 'dark' })).toEqual({});
    });

    test(`every page of ${who} can be read in forced colours, ${locale}`, async ({ browser, hub }) => {
      expect(await found(browser, hub, { contrast }, { forcedColors: 'active' })).toEqual({});
    });

    test(`no page of ${who} clips anything at WeChat’s text sizes of 130 % and 175 %, ${locale}`, async ({ browser, hub }) => {
      expect(await found(browser, hub, { '130 %': holdsText(1.3), '175 %': holdsText(1.75) }, phone)).toEqual({});
    });
  }
