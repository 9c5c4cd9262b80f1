import { useEffect } from 'react';
import { shortcutsAreOn, takesText } from '../../../platform/shortcuts.js';
import { useLatest } from '../../../platform/use-latest.js';
import { currentKeymap } from './keymap.js';
import { actionOf, type DeskAction } from './keymap.rules.js';

export type DeskActs = Partial<Record<DeskAction, () => void>>;

/** The key as it is on the keyboard: with Ctrl and Alt a letter may write another sign. */
const letterOf = ({ code, key, shiftKey }: KeyboardEvent): string => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? (shiftKey ? letter : letter.toLowerCase()) : key;
};

/**
 * Single keys while they are on; with Ctrl and Alt always, for who reads by voice or has turned single keys off. Never
 * where text is written, nor while a sheet is open.
 */
export function useDeskKeys(acts: DeskActs): void {
  const latest = useLatest(acts);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.metaKey || takesText(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const withCtrl = event.ctrlKey && event.altKey;
      if (!withCtrl && (event.ctrlKey || event.altKey || !shortcutsAreOn())) return;
      const action = actionOf(currentKeymap(), withCtrl ? letterOf(event) : event.key);
      const act = action && latest.current[action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [latest]);
}
