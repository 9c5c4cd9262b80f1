import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Route, visit } from './routes.js';

/** Looks at the page that is open, and answers with what is wrong with it: nothing, if all is well. */
export type PageCheck = (page: Page) => Promise<string[]>;

type Rules = { type: 'tag' | 'rule'; values: string[] };

const levels: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const ofColours: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What changes while it is looked at fades in under the eye: what is wrong then is looked at once more. */
const axe =
  (runOnly: Rules): PageCheck =>
  async (page) => {
    await fadedIn(page);
    const found = await violations(page, runOnly);
    if (found.length === 0) return found;
    await fadedIn(page);
    return violations(page, runOnly);
  };

/** The picture of a stream is not ours to check. In one go: in parts it opens a page each time to put frames together, and there are none. */
async function violations(page: Page, runOnly: Rules): Promise<string[]> {
  const axed = await new AxeBuilder({ page })
    .options({ runOnly, resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('video')
    .analyze();
  return axed.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

export const accessible = axe(levels);

/** What of axe a theme can change: the elements and their names are the same in each. */
export const contrast = axe(ofColours);

/** Nothing scrolls sideways in a window 320 px wide. */
export const fitsNarrow: PageCheck = async (page) => {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await drawn(page);
  const out = await stickingOut(page);
  if (before) await page.setViewportSize(before);
  return out;
};

/** Nothing moves on its own for longer than it takes to fade in. */
export const still: PageCheck = (page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== 1)
      .map((animation) => (animation as CSSAnimation).animationName),
  );

/**
 * On iOS WeChat writes `text-size-adjust` on the body; on Android its WebView zooms text. Both enlarge every text
 * and leave lengths in px and rem alone, which is done here to every element that has text of its own.
 */
export const holdsText =
  (factor: number): PageCheck =>
  async (page) => {
    await page.evaluate((times) => {
      const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      );
      const sizes = texts.map((element) => parseFloat(element.dataset['asDrawn'] ?? getComputedStyle(element).fontSize));
      texts.forEach((element, at) => {
        element.dataset['asDrawn'] = `${sizes[at]}`;
        element.style.fontSize = `${(sizes[at] ?? 0) * times}px`;
      });
    }, factor);
    await drawn(page);
    return [...(await stickingOut(page)), ...(await cutOff(page))];
  };

/** Visits each page once and makes every check there; answers with what was wrong, by page and check. */
export async function walk(page: Page, routes: readonly Route[], checks: Record<string, PageCheck>): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  for (const route of routes) {
    await visit(page, route);
    for (const [name, check] of Object.entries(checks)) {
      const found = await check(page);
      if (found.length > 0) wrong[`${route.name}, ${name}`] = found;
    }
  }
  return wrong;
}

/** What begins by fading in has its colours only at the end of it. What is held, or waits to be seen, is not waited for. */
const fadedIn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const fading = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime));
    const patience = new Promise((over) => setTimeout(over, 2_000));
    await Promise.race([Promise.allSettled(fading.map(({ finished }) => finished)), patience]);
  });

/** Two frames on: what was changed is laid out, and so is what listens for it. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** What sticks out of the window to the right. What scrolls inside its own box does not count. */
function stickingOut(page: Page): Promise<string[]> {
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
function cutOff(page: Page): Promise<string[]> {
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
