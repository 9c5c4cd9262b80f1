import { useEffect } from 'react';

/** What was jumped to is marked this long. */
const FOUND_MS = 2_400;

/** Brings what was jumped to into view once it is drawn, and takes the mark off again. `forget` stays the same function. */
export function useFound(found: string | undefined, list: { readonly current: HTMLElement | null }, forget: () => void): void {
  useEffect(() => {
    if (!found) return undefined;
    const row = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(found)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
    const timer = setTimeout(forget, FOUND_MS);
    return () => clearTimeout(timer);
  }, [found, list, forget]);
}
