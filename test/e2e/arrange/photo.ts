import { expect, type Locator, type Page } from '@playwright/test';

/** A photo as somebody's phone would have it, in one colour. */
export async function aPhoto(page: Page, colour: string): Promise<Buffer> {
  const address = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1_600, 1_200];
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = fill;
    pen?.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  }, colour);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/** A file as it is chosen. */
export const aFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

/** The hub gives it, and the browser can draw it. */
export async function isDrawn(photo: Locator): Promise<void> {
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth), { timeout: 10_000 }).toBeGreaterThan(0);
}
