import type { Entry, Frame, Message, Snapshot } from '@yunhui/contracts';

export const topic = 'room:cnsa';
export const epoch = 'e1';

export function aMessage(seq: number, text = `message ${seq}`): Entry & { kind: 'message'; message: Message } {
  return { seq, at: seq * 10, kind: 'message', message: { id: idOf(seq), kind: 'chat', text, author: { id: 'u1', name: 'Ada' } } };
}

/** The id of the n-th message: the same each time, so that a test can name it. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A frame over (after, seq] of a log in which every number of `hidden` was sampled out. */
export function aFrame(after: number, seq: number, hidden: ReadonlySet<number> = new Set()): Frame {
  const numbers = Array.from({ length: seq - after }, (_, index) => after + index + 1);
  const entries = numbers.filter((number) => !hidden.has(number)).map((number) => aMessage(number));
  return { topic, epoch, after, seq, at: seq * 10, entries, dropped: seq - after - entries.length };
}

export function aSnapshot(after: number, seq: number, extra: Partial<Snapshot> = {}): Snapshot {
  return { ...aFrame(after, seq), rev: 1, state: {}, pollAfterMs: 1_000, ...extra };
}
