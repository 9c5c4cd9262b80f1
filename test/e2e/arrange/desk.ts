import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { demoPassword, type SpawnedHub } from '../../harness/hub.js';
import { expect, somebody, type Somebody } from './journey.js';

type Moderator = 'moderator' | 'moderator2';

/** A moderator at the desk, with a browser of their own: signed in as anybody signs in, and gone to the desk by its link. */
export async function moderatorAt(
  browser: Browser,
  hub: SpawnedHub,
  login: Moderator = 'moderator',
  options: BrowserContextOptions = {},
): Promise<Somebody> {
  const viewer = await somebody(browser, hub, options);
  await signInAt(viewer.page, login);
  await viewer.page.getByRole('link', { name: '去审核台' }).click();
  await expect(viewer.page.getByRole('heading', { name: '审核台' })).toBeVisible();
  return viewer;
}

export async function signInAt(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('已登录')).toBeVisible();
}

/** Signs this browser in beside the page: what is looked at is what comes after. */
export async function enterAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  const isIn = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/sign-in', { method: 'POST', headers, body: JSON.stringify(body) })).ok;
    },
    { login, password: demoPassword },
  );
  expect(isIn).toBe(true);
  await page.addInitScript(() => localStorage.setItem('yunhui.known', 'yes'));
}

/** Signs this browser in as the demo's moderator, and has the desk in one of its themes from then on. */
export async function enterDesk(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await enterAs(page, 'moderator');
  await page.addInitScript((chosen) => {
    localStorage.setItem('yunhui.deskTheme', chosen);
  }, theme);
}

/** The row of what was said with these words. */
export const heldRow = (page: Page, words: string): Locator => page.locator('[data-hold]').filter({ hasText: words });

/** The words of the rows, from top to bottom, as far as they are drawn. */
export const rowTexts = async (page: Page, pattern: RegExp): Promise<string[]> => {
  const text = (await page.locator('[data-hold]').allInnerTexts()).join('\n');
  return [...text.matchAll(pattern)].map(([match]) => match);
};

/** What a moderator does by HTTP, so that a journey begins where it is about. */
async function asModerator<Answer>(address: string, method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', origin: address };
  const signIn = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: 'moderator', password: demoPassword }),
  });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const answer = await fetch(`${address}/api/v1/${path}`, { method, headers: { ...headers, cookie }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Everything said in a room is looked at first. */
export const reviewFirst = (address: string, topic: string): Promise<unknown> =>
  asModerator(address, 'PUT', `topics/${topic}/mode`, { mode: { reviewFirst: true } });

/** The row that one is on. */
export const focusedRow = (page: Page): Locator => page.locator('[data-hold][data-focused]');

/** What a phone's finger does to a row: it pulls it sideways by so many pixels, and lets go. */
export async function pull(page: Page, row: Locator, byPx: number): Promise<void> {
  const box = await row.boundingBox();
  if (!box) throw new Error('there is no such row to be pulled');
  const devtools = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', atX: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: atX, y }] });
  await touch('touchStart', x);
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', x + (byPx * step) / 8);
  await touch('touchEnd', x + byPx);
  await devtools.detach();
}
