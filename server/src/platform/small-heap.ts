import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Left to itself V8 lets the heap treble before it looks through all of it, so what a flood of messages leaves behind stays
 * resident (docs/performance.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
}

/**
 * Keeps new space as small as it begins. By itself it grows with what is loaded: this application leaves 180 MB behind that V8 never gives back.
 * It is looked through more often, so only for processes that are to be small, not fast, and before anything large is loaded.
 */
export function keepNewSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Gives back to the system what starting left behind. A pause of a tenth of a second: for who has nobody waiting. */
export function giveBackHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
