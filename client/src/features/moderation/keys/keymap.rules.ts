/** What one can do by a key, in the order of the help. */
export const deskActions = {
  move: ['next', 'previous', 'urgent', 'roomBefore', 'roomAfter', 'search'],
  verdict: ['pass', 'passAll', 'mask', 'reject', 'rejectAll', 'undo'],
  person: ['mute', 'retract', 'note'],
  room: ['slow', 'review', 'shield', 'cut'],
  page: ['context', 'help'],
} as const satisfies Record<string, readonly string[]>;
export type DeskActionGroup = keyof typeof deskActions;
export type DeskAction = (typeof deskActions)[DeskActionGroup][number];

export type Keymap = Readonly<Record<DeskAction, string>>;

/** Capital letters are pressed with Shift: the key is what it writes. */
export const usualKeys: Keymap = {
  next: 'j',
  previous: 'k',
  urgent: 'g',
  roomBefore: '[',
  roomAfter: ']',
  search: '/',
  pass: 'a',
  passAll: 'A',
  mask: 'e',
  reject: 'r',
  rejectAll: 'R',
  undo: 'z',
  mute: 'm',
  retract: 'd',
  note: 'n',
  slow: 's',
  review: 'p',
  shield: 'v',
  cut: 'x',
  context: 'c',
  help: '?',
};

/** The keys as this device keeps them: what it does not know, or what is no single key, is as usual. */
export function keymapFrom(kept: string | undefined): Keymap {
  const own = parsed(kept);
  const chosen = Object.entries(own).filter(([action, key]) => action in usualKeys && typeof key === 'string' && [...key].length === 1);
  return { ...usualKeys, ...(Object.fromEntries(chosen) as Partial<Keymap>) };
}

function parsed(kept: string | undefined): object {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Another key for an action. An action that had it takes the key that is given up: no key does two things. */
export function withKey(keymap: Keymap, action: DeskAction, key: string): Keymap {
  const swapped = Object.entries(keymap).map(([other, has]) => [other, has === key ? keymap[action] : has]);
  return { ...(Object.fromEntries(swapped) as Keymap), [action]: key };
}

export const actionOf = (keymap: Keymap, key: string): DeskAction | undefined =>
  (Object.keys(keymap) as DeskAction[]).find((action) => keymap[action] === key);

/** As it stands on a key cap: `A` for a, `Shift A` for A. */
export const keyName = (key: string): string => (/^\p{Lu}$/u.test(key) ? `Shift ${key}` : key.toUpperCase());
