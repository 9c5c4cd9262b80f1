import { expect, type Page } from '@playwright/test';

/** A page of the audience, and when it is worth looking at. */
export type Route = { name: string; path: string; settle?: (page: Page) => Promise<void> };

/** Two in the afternoon of a day of the campaign: the demo's programme is on. */
export const daytime = { CLOCK_AT: '2023-09-19T14:32:00+08:00' };

const live = async (page: Page): Promise<void> => {
  await expect(page.locator('main [data-state="live"]').first()).toBeVisible({ timeout: 30_000 });
};

/** Every route, once: what is checked of one page is checked of all, and each has its contact sheet. */
export const routes: readonly Route[] = [
  { name: 'lobby', path: '/', settle: live },
  { name: 'matrix', path: '/matrix' },
  { name: 'matrix-region', path: '/matrix/450000' },
  { name: 'schedule', path: '/schedule' },
  { name: 'topics', path: '/topics' },
  { name: 'topic', path: '/topics/fangzai' },
  { name: 'search', path: '/search' },
  { name: 'channel', path: '/channels/deep-space', settle: (page) => expect(page.getByRole('log')).toBeVisible() },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'not-found', path: '/no-such-page' },
];

/** Until the page has its heading and nothing of it is on its way any more. */
export async function settled(page: Page, { settle }: Route): Promise<void> {
  await expect(page.locator('main').getByRole('heading').first()).toBeAttached();
  await settle?.(page);
  await page.evaluate(() => document.fonts.ready);
}

/** What sticks out of the window to the right, by what a reader would find it. What scrolls inside its own box does not count. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Text that its own box cuts off without saying so: neither an ellipsis, nor a scrolled list, nor for screen readers only. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const saysSo = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (saysSo || box.width <= 2 || box.height <= 2 || style.clipPath !== 'none' || element.closest('[aria-hidden="true"], svg'))
        continue;
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2;
      const tall = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 4;
      if (own && (wide || tall)) cut.push(element.outerHTML.slice(0, 120));
    }
    return cut;
  });
}
