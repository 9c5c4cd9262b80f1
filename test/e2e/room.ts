import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a channel from the lobby, as a viewer does. */
export async function openChannel(page: Page, slug: string): Promise<void> {
  await page.goto('/');
  await page.locator(`[data-slug="${slug}"]`).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/channels/${slug}$`));
  await expect(page.getByRole('log')).toBeVisible();
}

/** Opens a channel by its address, as a link from elsewhere does. */
export async function enterChannel(page: Page, slug: string): Promise<void> {
  await page.goto(`/channels/${slug}`);
  await expect(page.getByRole('log')).toBeVisible();
}

/** Takes a name, which is all that a guest needs to speak. */
export async function introduceAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('你的名字').fill(name);
  await page.getByRole('button', { name: '就叫这个' }).click();
  await expect(composer(page)).toBeEditable();
}

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await expect(composer(page)).toHaveValue('');
}

/**
 * Points at something and presses a button that is there only for as long. A log may move on under the hand, and a bar go
 * before the hand is at it: then one points again.
 */
export async function press(pointedAt: Locator, button: Locator): Promise<void> {
  await expect(async () => {
    await pointedAt.hover();
    await button.click({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}

/** Every text of the room on this screen that looks like `pattern`, from top to bottom. */
export async function heard(page: Page, pattern: RegExp): Promise<string[]> {
  const text = await page.getByRole('log').innerText();
  return [...text.matchAll(pattern)].map(([match]) => match);
}

/** How far the picture is, in seconds of the video. */
export function playedSeconds(page: Page): Promise<number> {
  return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
}

function composer(page: Page) {
  return page.getByRole('textbox', { name: '说点什么' });
}
