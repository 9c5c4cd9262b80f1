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
const drawnHeight = 420;

type Shot = { label: string; picture: string; width: number };

/** One contact sheet of a page: each size by day and night, in both languages. `settle` waits until the page is worth a picture. */
export async function contactSheet(
  browser: Browser,
  hub: SpawnedHub,
  name: string,
  path: string,
  settle: (page: Page) => Promise<void>,
): Promise<void> {
  const rows: Shot[][] = [];
  for (const locale of ['zh-CN', 'en-US']) {
    const row: Shot[] = [];
    for (const viewport of sizes) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await using viewer = await somebody(browser, hub, { locale, colorScheme, viewport, reducedMotion: 'reduce' });
        await viewer.page.goto(path);
        await settle(viewer.page);
        const jpeg = await viewer.page.screenshot({ type: 'jpeg', quality: 90 });
        const label = `${viewport.width}×${viewport.height} ${colorScheme} ${locale}`;
        row.push({
          label,
          picture: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
          width: Math.round((drawnHeight * viewport.width) / viewport.height),
        });
      }
    }
    rows.push(row);
  }
  await writeFile(join(folder, `${name}-sheet.jpg`), await drawn(browser, rows));
}

/** The first screen of a page as the README shows it. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70 });
}

async function drawn(browser: Browser, rows: Shot[][]): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const figure = ({ label, picture: source, width }: Shot): string =>
    `<figure><img src="${source}" width="${width}" height="${drawnHeight}"><figcaption>${label}</figcaption></figure>`;
  const style =
    'body{margin:12px;font:12px sans-serif;background:#777;color:#fff}div{display:flex;gap:12px}figure{margin:0 0 12px}img{display:block}';
  const page = await browser.newPage({ viewport: { width: 3000, height: 600 } });
  try {
    await page.setContent(
      `<style>${style}</style><main style="width:max-content">${rows.map((row) => `<div>${row.map(figure).join('')}</div>`).join('')}</main>`,
    );
    return await page.locator('main').screenshot({ type: 'jpeg', quality: 72 });
  } finally {
    await page.close();
  }
}
