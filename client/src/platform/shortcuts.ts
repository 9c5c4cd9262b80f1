import { useEffect } from 'react';
import { remember, remembered } from './memory.js';
import { createStore } from './store.js';
import { useLatest } from './use-latest.js';

const shortcuts = createStore(remembered('shortcuts') !== 'off');

/** Whether single keys do something. Who speaks to the machine, or types beside a page, turns them off. */
export function useShortcutsOn(): { on: boolean; set: (on: boolean) => void } {
  const set = (wanted: boolean) => {
    remember('shortcuts', wanted ? undefined : 'off');
    shortcuts.set(wanted);
  };
  return { on: shortcuts.use(), set };
}

/** For who asks outside of a component. */
export const shortcutsAreOn = (): boolean => shortcuts.get();

/** What takes letters itself. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

/** Acts on a single key pressed anywhere on the page but where text is written, while shortcuts are on. */
export function useShortcut(key: string, act: () => void): void {
  const latest = useLatest(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.defaultPrevented || takesText(event.target) || !shortcuts.get()) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [key, latest]);
}
