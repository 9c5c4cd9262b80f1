import type { QueueItem, QueuePage } from '@yunhui/contracts';
import { hubNow } from '../../../platform/clock.js';
import { createStore } from '../../../platform/store.js';
import { isInView } from './filter.rules.js';
import type { Hint } from './hints.rules.js';
import { readHolds, readHoldsById } from './holds.js';
import { emptyQueue, isOpen, queueAfter } from './queue.reducer.js';
import type { QueueEvent, QueueState, QueueView } from './queue.types.js';

/** Hints come with frames; so long they are gathered, so that a rush is a few requests and a few drawings a second. */
const GATHER_MS = 250;
const MOST_IDS = 100;
/** More than this nobody works off before the next reading: further ones are counted and not read. */
const ENOUGH_WAITING = 200;
/** Where something happens, what waits is counted again this often. */
const COUNT_AGAIN_MS = 5_000;

/** The queue kept current: read by HTTP, told by hints what to read again. It draws nothing and decides nothing. */
export class QueueDesk {
  readonly #store = createStore<QueueState>(emptyQueue);
  readonly #gathered = new Set<string>();
  #view: QueueView = { topic: undefined, filter: 'all', words: '' };
  #reading = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(readonly me: string) {}

  get state(): QueueState {
    return this.#store.get();
  }

  use(): QueueState {
    return this.#store.use();
  }

  /** A part of it, in a component that is not to be drawn again for the rest: hundreds of items may come in a second. */
  usePart<Part>(part: (state: QueueState) => Part): Part {
    return this.#store.usePart(part);
  }

  tell(event: QueueEvent): void {
    this.#store.set(queueAfter(this.state, event));
  }

  /** Looks at another part of the queue, or at this one anew: its rows are put in order. */
  async look(view: QueueView = this.#view): Promise<void> {
    this.#view = view;
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#gathered.clear();
    await this.#read(undefined, ({ items, next }) => this.tell({ type: 'listed', items, next, now: hubNow() }));
  }

  /** Reads the list again, and asks what became of those that are not on it any more. No row moves. */
  async readAgain(): Promise<void> {
    if (this.state.status !== 'read') return this.look();
    return this.#read(undefined, ({ items }) => {
      this.learn(items);
      const listed = new Set(items.map(({ id }) => id));
      const missing = [...this.state.items.keys()].filter((id) => isOpen(this.state, id) && !listed.has(id));
      this.#gather(missing.slice(0, MOST_IDS));
    });
  }

  /** The next page, when one comes near the end of this one. */
  async more(): Promise<void> {
    const { next } = this.state;
    if (next === undefined || this.#asking) return;
    this.#asking = true;
    await this.#read(next, (page) => this.tell({ type: 'more', items: page.items, next: page.next }));
    this.#asking = false;
  }

  /** Shows what is new, in order. What was only counted is read first. */
  take(): void {
    if (this.state.unread > 0) void this.look();
    else this.tell({ type: 'taken', now: hubNow(), me: this.me });
  }

  /** Who has decided every row goes on with what has come meanwhile. */
  takeWhenDone(): void {
    const { rows, waiting, unread } = this.state;
    if (waiting.length + unread > 0 && !rows.some((id) => isOpen(this.state, id))) this.take();
  }

  hinted(hints: readonly Hint[]): void {
    const { items, waiting } = this.state;
    const added = hints.filter(({ kind, id }) => kind === 'hold.added' && !items.has(id)).map(({ id }) => id);
    const room = Math.max(0, ENOUGH_WAITING - waiting.length - this.#gathered.size);
    if (added.length > room) this.tell({ type: 'counted', count: added.length - room });
    const changed = hints.filter(({ kind, id }) => kind !== 'hold.added' && (items.has(id) || this.#gathered.has(id))).map(({ id }) => id);
    this.#gather([...added.slice(0, room), ...changed]);
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      void this.readAgain();
    }, COUNT_AGAIN_MS);
  }

  /** Something about items that came otherwise than by a hint. */
  learn(items: readonly QueueItem[]): void {
    this.tell({ type: 'read', items, now: hubNow(), me: this.me });
  }

  close(): void {
    this.#reading.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#counting);
  }

  #gather(ids: readonly string[]): void {
    for (const id of ids) this.#gathered.add(id);
    if (this.#gathered.size > 0) this.#timer ??= setTimeout(() => void this.#readGathered(), GATHER_MS);
  }

  async #readGathered(): Promise<void> {
    const ids = [...this.#gathered].slice(0, MOST_IDS);
    for (const id of ids) this.#gathered.delete(id);
    const view = this.#view;
    // What fails here is found by the next reading of the list.
    const page = await readHoldsById(ids).catch(() => undefined);
    this.#timer = undefined;
    if (page && view === this.#view) this.#learnOf(ids, page);
    this.#gather([]);
  }

  #learnOf(ids: readonly string[], { items }: QueuePage): void {
    const wanted = items.filter((item) => this.state.items.has(item.id) || isInView(item, this.#view, this.me));
    this.learn(wanted);
    const found = new Set(items.map(({ id }) => id));
    this.tell({ type: 'gone', ids: ids.filter((id) => !found.has(id)) });
  }

  async #read(cursor: string | undefined, use: (page: QueuePage) => void): Promise<void> {
    const { signal } = this.#reading;
    try {
      const page = await readHolds(this.#view, cursor, signal);
      if (signal.aborted) return;
      use(page);
      if (page.counts) this.tell({ type: 'figured', counts: page.counts, oldestAt: page.oldestAt });
    } catch {
      if (!signal.aborted) this.tell({ type: 'failed' });
    }
  }
}
