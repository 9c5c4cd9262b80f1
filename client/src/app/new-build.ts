import { remember, remembered } from '../platform/memory.js';

/**
 * A chunk that is gone was replaced by a deploy: the page is loaded again, once. A second failure within a minute is
 * no deploy, and a page that reloads for ever would be worse than a broken one. Drafts are kept in the device's memory.
 */
export function reloadOnceForNewBuild(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(remembered('reloadedFor') ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    remember('reloadedFor', String(Date.now()));
    location.reload();
  });
}
