/** What this device remembers between visits. Nothing here is needed for the page to work. */
export type MemoryKey =
  | 'theme'
  | 'mode'
  | 'language'
  | 'shortcuts'
  | 'guestName'
  | 'guestRegion'
  | 'known'
  | 'reloadedFor'
  | 'reminders'
  | 'following'
  | 'searches'
  | 'danmaku'
  | 'player'
  | 'deskKeys'
  | 'deskTheme'
  | `draft.${string}`;

/** Storage may be full or forbidden (private windows, some in-app browsers): then nothing is remembered. */
export function remembered(key: MemoryKey): string | undefined {
  try {
    return localStorage.getItem(`yunhui.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: MemoryKey, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`yunhui.${key}`);
    else localStorage.setItem(`yunhui.${key}`, value);
  } catch {
    // As above: the page goes on without a memory.
  }
}
