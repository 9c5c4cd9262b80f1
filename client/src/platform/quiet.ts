import { createStore } from './store.js';

/** Whether the campaign is quiet (静默): grey, without reactions, danmaku and celebratory motion. The hub says so. */
const quiet = createStore(false);

/** Called by what follows the campaign's state; `data-quiet` on the root element greys the pages by CSS. */
export function beQuiet(on: boolean): void {
  if (on) document.documentElement.dataset.quiet = '';
  else delete document.documentElement.dataset.quiet;
  quiet.set(on);
}

export const useQuiet = quiet.use;
