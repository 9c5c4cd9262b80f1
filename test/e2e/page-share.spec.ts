import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import jsqr from 'jsqr';
import { busy, expect, somebody, test } from './arrange/journey.js';

test.describe.configure({ lock: busy });

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const weChat = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';

/** The side of the corner that the code is in, at the foot on the right. */
const corner = 400;

/** What a phone reads from the picture as it is shown, and its size. */
async function read(poster: Locator): Promise<{ says: string | undefined; size: [number, number] }> {
  const { pixels, size } = await poster.evaluate((image: HTMLImageElement, side) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, side - image.naturalWidth, side - image.naturalHeight);
    const data = [...(pen?.getImageData(0, 0, side, side).data ?? [])];
    return { pixels: data, size: [image.naturalWidth, image.naturalHeight] as [number, number] };
  }, corner);
  return { says: jsqr.default(Uint8ClampedArray.from(pixels), corner, corner)?.data, size };
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
