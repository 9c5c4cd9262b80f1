import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../../platform/memory.js';
import { readReminders, type Reminder } from './reminders.rules.js';

let kept = remembered('reminders');
let reminders = readReminders(kept);
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Another tab of this device may have written since. */
function reread(): void {
  const now = remembered('reminders');
  if (now === kept) return;
  kept = now;
  reminders = readReminders(kept);
  changed();
}

/** The reminders of this device. Where nothing can be kept they last as long as the page. */
export function currentReminders(): readonly Reminder[] {
  reread();
  return reminders;
}

export function keepReminders(next: readonly Reminder[]): void {
  reminders = next;
  kept = JSON.stringify(next);
  remember('reminders', kept);
  changed();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', reread);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', reread);
  };
}

export const useReminders = (): readonly Reminder[] => useSyncExternalStore(subscribe, () => reminders);
