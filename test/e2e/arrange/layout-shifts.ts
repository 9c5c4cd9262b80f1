import type { Page } from '@playwright/test';

type LayoutShift = PerformanceEntry & { sources: { node?: Node }[] };

/** Notes from now on whatever moves on the page without a hand on it; asked, it tells what did. */
export async function shiftsFromNow(page: Page): Promise<() => Promise<string[]>> {
  const shifted = await page.evaluateHandle(() => {
    const moved: string[] = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as LayoutShift[])
        moved.push(...sources.map(({ node }) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? 'what is gone'))));
    }).observe({ type: 'layout-shift' });
    return moved;
  });
  return () => shifted.jsonValue();
}
