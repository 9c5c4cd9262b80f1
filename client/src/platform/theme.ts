import { remember, remembered } from './memory.js';
import { createStore } from './store.js';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const chosen = createStore<Theme>(themes.find((theme) => theme === remembered('theme')) ?? 'system');

function wear(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember('theme', theme === 'system' ? undefined : theme);
  chosen.set(theme);
}

/** The theme, and a step to the next: system, day, night. `early.js` puts it on before the first paint. */
export function useTheme(): { theme: Theme; next: () => void } {
  const theme = chosen.use();
  return { theme, next: () => wear(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system') };
}
