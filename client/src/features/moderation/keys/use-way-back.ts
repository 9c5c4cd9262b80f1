import { useEffect } from 'react';

/** Escape leads from the context back to the row one is on. */
export function useWayBack(): void {
  useEffect(() => {
    const onKey = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const isThere = target instanceof Element && target.closest('[data-desk-context]');
      if (key !== 'Escape' || defaultPrevented || !isThere || document.querySelector('dialog[open]')) return;
      document.querySelector<HTMLElement>('[data-hold][data-focused] button')?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
