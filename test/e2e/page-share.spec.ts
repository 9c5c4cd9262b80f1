import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import jsqr from 'jsqr';
import { expect, somebody, test } from './arrange/journey.js';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const weChat = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';

/** What a phone reads from the picture as it is shown, and its size. */
async function read(poster: Locator): Promise<{ says: string | undefined; size: [number, number] }> {
  const { pixels, width, height } = await poster.evaluate((image: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    // Grey is enough to read by, and a quarter to carry over.
    return { pixels: Array.from(data).filter((_, place) => place % 4 === 1), width: canvas.width, height: canvas.height };
  });
  const colours = Uint8ClampedArray.from(pixels.flatMap((grey) => [grey, grey, grey, 255]));
  return { says: jsqr.default(colours, width, height)?.data, size: [width, height] };
}

test('a channel is passed on by its link', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, { ...desk, permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = viewer;
  await page.goto('/channels/guizhou');
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByRole('dialog').getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL('/channels/guizhou', page.url()).href);
});

test('a poster is a picture of 1080 by 1440 whose code leads to the channel, and is downloaded', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, desk);
  const { page } = viewer;
  await page.goto('/channels/guizhou');
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '生成海报' }).click();
  const poster = sheet.getByRole('img', { name: /^海报/ });
  await expect(poster).toBeVisible();
  expect(await read(poster)).toEqual({ says: new URL('/channels/guizhou', page.url()).href, size: [1080, 1440] });

  const coming = page.waitForEvent('download');
  await sheet.getByRole('link', { name: '保存图片' }).click();
  const file = await readFile(await (await coming).path());
  expect(file.subarray(0, 3).toString('hex')).toBe('ffd8ff');
});

test('within WeChat the poster is held on to, for nothing can be downloaded there', async ({ browser, hub }) => {
  await using viewer = await somebody(browser, hub, { ...phone, userAgent: weChat });
  const { page } = viewer;
  await page.goto('/channels/deep-space');
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '生成海报' }).click();
  const poster = sheet.getByRole('img', { name: /^海报/ });
  await expect(poster).toBeVisible();
  await expect(sheet.getByText('长按图片保存')).toBeVisible();
  await expect(sheet.getByRole('link', { name: '保存图片' })).toHaveCount(0);
  expect((await read(poster)).says).toBe(new URL('/channels/deep-space', page.url()).href);
});
