import { useLayoutEffect } from 'react';
import { remember, remembered } from './memory.js';
import { createStore } from './store.js';

type DeskTheme = 'dark' | 'light';

/** Whoever looks at moderation does it for hours: night by default, and a choice of its own beside that of the other pages. */
const chosen = createStore<DeskTheme>(remembered('deskTheme') === 'light' ? 'light' : 'dark');

export function useDeskTheme(): { theme: DeskTheme; wear: (theme: DeskTheme) => void } {
  const wear = (theme: DeskTheme) => {
    remember('deskTheme', theme === 'light' ? 'light' : undefined);
    chosen.set(theme);
  };
  return { theme: chosen.use(), wear };
}

/** Puts the desk's theme on for as long as its page is open; `early.js` does so before the first paint. */
export function useDeskThemeOn(): void {
  const theme = chosen.use();
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    return () => {
      const usual = remembered('theme');
      if (usual === 'light' || usual === 'dark') dataset.theme = usual;
      else delete dataset.theme;
    };
  }, [theme]);
}
