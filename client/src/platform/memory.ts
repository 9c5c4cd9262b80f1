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

/** What this tab remembers until it is closed, so that it finds it when it is loaded again. */
export type TabMemoryKey = 'signInFrom' | `deskVerdicts.${string}`;

/** Storage may be full or forbidden (private windows, some in-app browsers): then nothing is remembered. */
function valueIn(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(`yunhui.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepIn(storage: () => Storage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(`yunhui.${key}`);
    else storage().setItem(`yunhui.${key}`, value);
  } catch {
    // As above: the page goes on without a memory.
  }
}

const ofDevice = () => localStorage;
const ofTab = () => sessionStorage;

export const remembered = (key: MemoryKey): string | undefined => valueIn(ofDevice, key);
export const remember = (key: MemoryKey, value: string | undefined): void => keepIn(ofDevice, key, value);
export const rememberedInTab = (key: TabMemoryKey): string | undefined => valueIn(ofTab, key);
export const rememberInTab = (key: TabMemoryKey, value: string | undefined): void => keepIn(ofTab, key, value);
