import { remember, remembered } from './memory.js';
import { createStore } from './store.js';

/** What the viewer has settled on, for every channel and the next visit. */
type PlayerChoices = {
  /** With sound, as far as the browser lets a page begin with sound. */
  sound: boolean;
  /** 0 to 1. */
  volume: number;
  /** A caption's language; `off` is a choice too, and none leaves it to the mode of the page. */
  captions?: string;
  /** 省流, also where no player is: no stills stand for what is on. */
  lowData: boolean;
  /** How sources play is told to the hub, without a name. */
  reports: boolean;
};

const first: PlayerChoices = { sound: false, volume: 1, lowData: false, reports: true };

/** What a device remembers may be of another version, or somebody's own: only what fits is taken. */
function read(): PlayerChoices {
  try {
    const kept: unknown = JSON.parse(remembered('player') ?? '{}');
    if (typeof kept !== 'object' || kept === null) return first;
    const { sound, volume, captions, lowData, reports } = kept as Record<string, unknown>;
    return {
      sound: sound === true,
      volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : first.volume,
      ...(typeof captions === 'string' ? { captions } : {}),
      lowData: lowData === true,
      reports: reports !== false,
    };
  } catch {
    return first;
  }
}

const store = createStore(read());

export const playerChoices = (): PlayerChoices => store.get();
export const usePlayerChoices = (): PlayerChoices => store.use();

export function choosePlayer(changes: Partial<PlayerChoices>): void {
  const next = { ...store.get(), ...changes };
  store.set(next);
  remember('player', JSON.stringify(next));
}
