import type { HoldVerdict, QueueItem } from '@yunhui/contracts';
import { createStore } from '../../../platform/store.js';
import { decideBurst, decideHold, itemOf, readHoldsById, type Said, undoBurst, undoVerdict } from '../queue/holds.js';
import type { QueueDesk } from '../queue/queue-desk.js';
import { isOpen } from '../queue/queue.reducer.js';
import type { KeptVerdicts } from './kept-verdicts.js';
import { suggestedRule } from './rule.rules.js';
import { TakenBack, untilAnswered } from './sending.js';

/** The verdict that Z takes back: the last one, for as long as its toast stands. */
export type LastVerdict = { item: QueueItem; verdict: HoldVerdict; masked: boolean; count: number };

/** Why a verdict, or its undo, did not come about: `theirs` is what a colleague made of it, if one was first. */
export type Lost = { was: 'verdict' | 'undo'; theirs: QueueItem | undefined; error: unknown };

/** A verdict that was just said: over how many, and whether over a burst. */
type Begun = { item: QueueItem; said: Said; count: number; ofBurst: boolean };

/** A verdict that the hub has not answered yet: `end` keeps it from being asked for again. */
type OnItsWay = { answer: Promise<void>; end: AbortController };

/**
 * One's verdicts: shown at once, and asked for after, for as long as the hub is away. Who was second sees the verdict of who
 * was first.
 */
export class VerdictDesk {
  readonly #last = createStore<LastVerdict | undefined>(undefined);
  readonly #onTheirWay = new Map<string, OnItsWay>();
  /** The verdicts over whole bursts, by the row that stands for them: as a whole they are taken back. */
  readonly #overBursts = new Map<string, { burst: string; verdict: string }>();

  constructor(
    private readonly queue: QueueDesk,
    private readonly kept: KeptVerdicts,
    private readonly tellLost: (lost: Lost) => void,
  ) {}

  useLast(): LastVerdict | undefined {
    return this.#last.use();
  }

  /** Its time is over, or it was put away. */
  forgetLast(): void {
    this.#last.set(undefined);
  }

  decide(item: QueueItem, said: Said): void {
    this.#begin({ item, said, count: 1, ofBurst: false }, () => decideHold(item, said));
  }

  /** All that is nearly the same; the row stands for it. */
  decideAll(item: QueueItem, said: Said): void {
    const { burst } = item;
    if (!burst) return this.decide(item, said);
    this.#begin({ item, said, count: burst.size, ofBurst: true }, async () => {
      const { decided, verdict } = await decideBurst(burst.id, said);
      this.#overBursts.set(item.id, { burst: burst.id, verdict });
      const last = this.#last.get();
      if (last?.item.id === item.id) this.#last.set({ ...last, count: decided });
      return this.#readAgain(item);
    });
  }

  /** By a finger: to the right it passes, to the left it is rejected by the rule that is proposed. */
  swiped(item: QueueItem, way: 'right' | 'left'): void {
    this.decide(item, way === 'right' ? { verdict: 'passed' } : { verdict: 'rejected', rule: suggestedRule(item) });
  }

  undo(item: QueueItem): void {
    this.#forget(item.id);
    void this.#takeBack(item);
  }

  undoLast(): void {
    const last = this.#last.get();
    this.#last.set(undefined);
    if (last) void this.#takeBack(last.item);
  }

  #begin({ item, said, count, ofBurst }: Begun, ask: () => Promise<QueueItem>): void {
    const { queue } = this;
    const { id, version } = item;
    const { verdict, masked = false } = said;
    if (!isOpen(queue.state, id)) return; // pressed twice
    queue.tell({ type: 'asked', ids: [id], verdict, me: queue.me });
    this.#last.set({ item, verdict, masked, count });
    const end = new AbortController();
    const waits = () => {
      queue.tell({ type: 'unheard', id });
      this.kept.keep({ id, version, said, ofBurst });
    };
    const answer = untilAnswered(ask, end.signal, waits).catch(this.#orAsWeSaid(verdict));
    this.#onTheirWay.set(id, { end, answer: this.#await(id, answer, 'verdict') });
    queue.takeWhenDone();
  }

  /** Also one whose answer is still on its way. One that was lost to a colleague has been told of, and is not ours to undo. */
  async #takeBack(item: QueueItem): Promise<void> {
    const { id } = item;
    const onItsWay = this.#onTheirWay.get(id);
    onItsWay?.end.abort();
    await onItsWay?.answer;
    const now = this.queue.state.items.get(id);
    if (now?.decided?.by?.id === this.queue.me) await this.#await(id, this.#undone(now), 'undo');
    if (isOpen(this.queue.state, id)) this.queue.tell({ type: 'focused', id });
  }

  async #undone(item: QueueItem): Promise<QueueItem> {
    const whole = this.#overBursts.get(item.id);
    if (!whole) return undoVerdict(item);
    await undoBurst(whole.burst, whole.verdict);
    this.#overBursts.delete(item.id);
    return this.#readAgain(item);
  }

  async #await(id: string, answer: Promise<QueueItem>, was: Lost['was']): Promise<void> {
    try {
      this.queue.tell({ type: 'answered', ids: [id], items: [await answer] });
    } catch (error) {
      const theirs = itemOf(error);
      this.queue.tell({ type: 'answered', ids: [id], items: theirs ? [theirs] : [] });
      this.#forget(id);
      if (!(error instanceof TakenBack)) this.tellLost({ was, theirs, error });
    }
    this.#onTheirWay.delete(id);
    this.kept.drop(id);
  }

  /** Decided already, by oneself and in the same way: the answer to an earlier attempt was lost, or it was done in another tab. */
  #orAsWeSaid(verdict: HoldVerdict): (error: unknown) => QueueItem {
    return (error) => {
      const item = itemOf(error);
      if (item?.decided?.by?.id === this.queue.me && item.decided.verdict === verdict) return item;
      throw error;
    };
  }

  #forget(id: string): void {
    if (this.#last.get()?.item.id === id) this.#last.set(undefined);
  }

  async #readAgain(item: QueueItem): Promise<QueueItem> {
    const { items } = await readHoldsById([item.id]);
    return items.find(({ id }) => id === item.id) ?? item;
  }
}
