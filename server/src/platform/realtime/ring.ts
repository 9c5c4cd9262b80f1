import type { Entry, MessageEntry } from '@yunhui/contracts';
import { changeOf } from './changed-entries.js';
import { engine } from './engine-settings.js';
import type { LogRange } from './log.types.js';

type Kept = { entry: Entry; bytes: number };

/**
 * E5: a topic's last shown entries in memory, complete from the number `from` on. Numbers between
 * two entries are those that were not shown; a hole is only ever between two ranges.
 */
export class Ring {
  private readonly kept: Kept[] = [];
  /** Every second message of the audience: a node that must show less leaves these out. */
  private readonly seconds = new Set<number>();
  private audienceMessages = 0;
  bytes = 0;

  constructor(
    readonly epoch: string,
    /** Every shown entry with a number above this and up to `head` is here. */
    public from: number,
    public head: number,
    entries: readonly Entry[] = [],
  ) {
    for (const entry of entries) this.push(entry);
    this.trim();
  }

  /** `ahead`: there is a hole before the range, and it was not taken. */
  apply(range: LogRange): 'applied' | 'ignored' | 'ahead' {
    if (range.seq <= this.head) return 'ignored';
    if (range.after > this.head) return 'ahead';
    for (const entry of range.entries) if (entry.seq > this.head) this.push(entry);
    this.head = range.seq;
    this.trim();
    return 'applied';
  }

  /** Shown entries above `after`, or undefined when they are no longer all here. */
  since(after: number): Entry[] | undefined {
    if (after < this.from) return undefined;
    let first = this.kept.length;
    while (first > 0 && (this.kept[first - 1] as Kept).entry.seq > after) first--;
    return this.kept.slice(first).map(({ entry }) => entry);
  }

  /** The last entries, and the number after which they are all there is. */
  last(count: number): { after: number; entries: Entry[] } {
    const entries = this.kept.slice(-count).map(({ entry }) => entry);
    const first = entries[0];
    const after = this.kept.length > count && first ? first.seq - 1 : this.from;
    return { after, entries };
  }

  /** Without every second message. What staff and hosts say, and what is no message, is not thinned. */
  thinned(entries: readonly Entry[]): Entry[] {
    return entries.filter(({ seq }) => !this.seconds.has(seq));
  }

  private push(entry: Entry): void {
    if (isFromAudience(entry) && ++this.audienceMessages % 2 === 0) this.seconds.add(entry.seq);
    const bytes = JSON.stringify(entry).length;
    this.kept.push({ entry, bytes });
    this.bytes += bytes;
    if (entry.kind !== 'message') this.change(entry);
  }

  /** E12: words that are taken go, and names are the present ones, before the next frame is formed. */
  private change(by: Entry): void {
    const changed = changeOf(
      by,
      this.kept.map(({ entry }) => entry),
    );
    if (changed) for (const kept of this.kept) kept.entry = changed(kept.entry);
  }

  private trim(): void {
    let drop = 0;
    while (this.kept.length - drop > engine.ring.entries || (this.bytes > engine.ring.bytes && this.kept.length - drop > 1)) {
      const oldest = this.kept[drop] as Kept;
      this.bytes -= oldest.bytes;
      this.from = oldest.entry.seq;
      this.seconds.delete(oldest.entry.seq);
      drop++;
    }
    if (drop > 0) this.kept.splice(0, drop);
  }
}

function isFromAudience(entry: Entry): boolean {
  if (entry.kind !== 'message') return false;
  const { message } = entry as MessageEntry;
  return 'retracted' in message || message.author.role === undefined;
}
