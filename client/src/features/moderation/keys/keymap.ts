import { remember, remembered } from '../../../platform/memory.js';
import { createStore } from '../../../platform/store.js';
import { type DeskAction, type Keymap, keymapFrom, usualKeys, withKey } from './keymap.rules.js';

const keymap = createStore<Keymap>(keymapFrom(remembered('deskKeys')));

/** The keys of this device, in a component. */
export const useKeymap = (): Keymap => keymap.use();
export const currentKeymap = (): Keymap => keymap.get();

function keep(next: Keymap): void {
  const own = Object.entries(next).filter(([action, key]) => usualKeys[action as DeskAction] !== key);
  remember('deskKeys', own.length === 0 ? undefined : JSON.stringify(Object.fromEntries(own)));
  keymap.set(next);
}

export const chooseKey = (action: DeskAction, key: string): void => keep(withKey(keymap.get(), action, key));
export const usualKeysAgain = (): void => keep(usualKeys);
