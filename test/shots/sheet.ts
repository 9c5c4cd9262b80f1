import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { somebody } from '../e2e/arrange/journey.js';
import type { SpawnedHub } from '../harness/hub.js';

const folder = join(import.meta.dirname, '../../docs/shots');
const sizes = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
/** How high each picture is drawn on a sheet, and how well: all sheets together are to stay small. */
type Drawing = { height: number; quality: number };
const usual: Drawing = { height: 420, quality: 58 };
/** For one view of many of the same page. */
export const small: Drawing = { height: 260, quality: 45 };

/** How a page is looked at. */
export type Looked = { locale: string; colorScheme: 'light' | 'dark' };
type Open = (page: Page, looked: Looked) => Promise<void>;
type Shot = { label: string; picture: string; ratio: number };

/** One contact sheet of a page: each size by day and night, in both languages. `open` opens it, and waits until it is worth a picture. */
export async function contactSheet(browser: Browser, hub: SpawnedHub, name: string, open: Open, drawing = usual): Promise<void> {
  const rows: Shot[][] = [];
  for (const locale of ['zh-CN', 'en-US']) {
    const row: Shot[] = [];
    for (const colorScheme of ['light', 'dark'] as const) row.push(...(await shotsOf(browser, hub, { locale, colorScheme }, open)));
    rows.push(row);
  }
  await writeFile(join(folder, `${name}-sheet.jpg`), await drawn(browser, rows, drawing));
}

/** One viewer's page in every size, as a window that is made wider. */
async function shotsOf(browser: Browser, hub: SpawnedHub, looked: Looked, open: Open): Promise<Shot[]> {
  await using viewer = await somebody(browser, hub, { ...looked, reducedMotion: 'reduce' });
  const shots: Shot[] = [];
  await open(viewer.page, looked);
  for (const viewport of sizes) {
    await viewer.page.setViewportSize(viewport);
    await drawnAnew(viewer.page);
    const jpeg = await viewer.page.screenshot({ type: 'jpeg', quality: 90 });
    shots.push({
      label: `${viewport.width}×${viewport.height} ${looked.colorScheme} ${looked.locale}`,
      picture: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
      ratio: viewport.width / viewport.height,
    });
  }
  return shots;
}

/** Until what listens for the window's size has drawn, and the pictures that it now needs are here. */
const drawnAnew = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const inSight = (image: HTMLImageElement) => image.offsetParent !== null && image.getBoundingClientRect().top < innerHeight;
    await Promise.all([...document.images].filter(inSight).map((image) => image.decode()));
  });

/** The first screen of a page as the README shows it. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70 });
}

async function drawn(browser: Browser, rows: Shot[][], { height, quality }: Drawing): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const figure = ({ label, picture: source, ratio }: Shot): string =>
    `<figure><img src="${source}" width="${Math.round(height * ratio)}" height="${height}"><figcaption>${label}</figcaption></figure>`;
  const style =
    'body{margin:12px;font:12px sans-serif;background:#777;color:#fff}div{display:flex;gap:12px}figure{margin:0 0 12px}img{display:block}';
  const page = await browser.newPage({ viewport: { width: 3000, height: 600 } });
  try {
    await page.setContent(
      `<style>${style}</style><main style="width:max-content">${rows.map((row) => `<div>${row.map(figure).join('')}</div>`).join('')}</main>`,
    );
    return await page.locator('main').screenshot({ type: 'jpeg', quality });
  } finally {
    await page.close();
  }
}
