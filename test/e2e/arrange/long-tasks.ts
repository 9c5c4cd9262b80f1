import type { Page } from '@playwright/test';

/** Notes from now on how long each task of the page takes that takes longer than 50 ms; asked, it tells. */
export async function longTasksFromNow(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    return tasks;
  });
  return () => noted.jsonValue();
}
