import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { round } from './figures.js';

/** A phone of the middle class on a good mobile network: what the promised figures are measured under. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN' };
const slowedCpu = 4;
const network = { offline: false, latency: 60, downloadThroughput: (9 * 1_000_000) / 8, uploadThroughput: (3 * 1_000_000) / 8 };

export type Weight = { jsKb: number; cssKb: number; fontKb: number; otherKb: number; requests: number };
export type Paint = { lcpMs: number; cls: number; longTasksMs: number[] };
export type Visit = Weight & Paint;

/** What a page's own observers saw. Runs in the page. */
type Seen = { lcpMs: number; cls: number; longTasksMs: number[] };
declare global {
  interface Window {
    seen: Seen;
  }
}

function observe(): void {
  const seen: Seen = (window.seen = { lcpMs: 0, cls: 0, longTasksMs: [] });
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => (seen.lcpMs = startTime));
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.cls += value;
  });
  on('longtask', ({ duration }) => seen.longTasksMs.push(duration));
}

/** Somebody with an empty cache who opens one page under the promised conditions. */
export class PageVisit implements AsyncDisposable {
  private readonly bodies: Promise<{ type: string; url: string; bytes: number }>[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly devtools: CDPSession,
  ) {}

  static async open(browser: Browser, address: string, path: string, how: { throttled?: boolean } = {}): Promise<PageVisit> {
    const visit = await PageVisit.prepare(browser, address, how);
    await visit.page.goto(path);
    return visit;
  }

  /** The browser is there and is measured; nothing is open yet. */
  static async prepare(browser: Browser, address: string, { throttled = true } = {}): Promise<PageVisit> {
    const context = await browser.newContext({ ...phone, baseURL: address, timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const visit = new PageVisit(context, page, devtools);
    await devtools.send('Network.enable');
    if (throttled) await devtools.send('Network.emulateNetworkConditions', network);
    if (throttled) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedCpu });
    await page.addInitScript(observe);
    visit.count();
    return visit;
  }

  /** Bytes as gzip would send them, so that a budget in gzip is a budget whatever the browser takes. */
  private count(): void {
    this.page.on('requestfinished', (request) => {
      if (request.resourceType() === 'media') return;
      const weigh = async () => {
        const body = await (await request.response())?.body().catch(() => undefined);
        return { type: request.resourceType(), url: request.url(), bytes: body ? gzipSync(body, { level: 9 }).length : 0 };
      };
      this.bodies.push(weigh());
    });
  }

  async weight(ofType: (url: string) => boolean = () => true): Promise<Weight> {
    const loaded = (await Promise.all(this.bodies)).filter(({ url }) => url.startsWith('http') && ofType(url));
    const kb = (wanted: (type: string) => boolean) =>
      round(loaded.filter(({ type }) => wanted(type)).reduce((sum, { bytes }) => sum + bytes, 0) / 1_000);
    const own = ['script', 'stylesheet', 'font'];
    return {
      jsKb: kb((type) => type === 'script'),
      cssKb: kb((type) => type === 'stylesheet'),
      fontKb: kb((type) => type === 'font'),
      otherKb: kb((type) => !own.includes(type)),
      requests: loaded.length,
    };
  }

  async paint(): Promise<Paint> {
    const { lcpMs, cls, longTasksMs } = await this.page.evaluate(() => window.seen);
    return { lcpMs: round(lcpMs, 0), cls: round(cls, 3), longTasksMs: longTasksMs.map((ms) => round(ms, 0)) };
  }

  /** After a forced collection: what is held, not what is lying about. */
  async held(): Promise<{ heapMb: number; domNodes: number }> {
    await this.devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.devtools.send('Runtime.getHeapUsage');
    const domNodes = await this.page.evaluate(() => document.querySelectorAll('*').length);
    return { heapMb: round(usedSize / 1_048_576), domNodes };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}
