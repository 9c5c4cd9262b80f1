import type { HoldVerdict, QueueItem } from '@yunhui/contracts';
import { createStore } from '../../../platform/store.js';
import { decideBurst, decideHold, itemOf, readHoldsById, type Said, undoBurst, undoVerdict } from '../queue/holds.js';
import type { QueueDesk } from '../queue/queue-desk.js';
import { isOpen } from '../queue/queue.reducer.js';
import { suggestedRule } from './rule.rules.js';

/** The verdict that Z takes back: the last one, for as long as its toast stands. */
export type LastVerdict = { item: QueueItem; verdict: HoldVerdict; masked: boolean; isBurst: boolean; count: number };

/** Why a verdict, or its undo, did not come about: `theirs` is what a colleague made of it, if one was first. */
export type Lost = { was: 'verdict' | 'undo'; theirs: QueueItem | undefined; error: unknown };

/** One's verdicts: shown at once, and asked for after. Who was second sees the verdict of who was first. */
export class VerdictDesk {
  readonly #last = createStore<LastVerdict | undefined>(undefined);
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(
    private readonly queue: QueueDesk,
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
    this.#begin(item, said, false, () => decideHold(item, said));
  }

  /** All that is nearly the same; the row stands for it. */
  decideAll(item: QueueItem, said: Said): void {
    const { burst } = item;
    if (!burst) return this.decide(item, said);
    this.#begin(item, said, true, async () => {
      const { decided } = await decideBurst(burst.id, said);
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
    void this.#takeBack(item, undefined);
  }

  undoLast(): void {
    const last = this.#last.get();
    this.#last.set(undefined);
    if (last) void this.#takeBack(last.item, last.isBurst ? last.item.burst?.id : undefined);
  }

  #begin(item: QueueItem, { verdict, masked = false }: Said, isBurst: boolean, ask: () => Promise<QueueItem>): void {
    if (!isOpen(this.queue.state, item.id)) return; // pressed twice
    this.queue.tell({ type: 'asked', ids: [item.id], verdict, me: this.queue.me });
    this.#last.set({ item, verdict, masked, isBurst, count: isBurst ? (item.burst?.size ?? 1) : 1 });
    this.#answers.set(item.id, this.#await(item.id, ask(), 'verdict'));
    this.queue.takeWhenDone();
  }

  /** Also one whose answer is still on its way. One that was lost to a colleague has been told of, and is not ours to undo. */
  async #takeBack({ id }: QueueItem, burst: string | undefined): Promise<void> {
    await this.#answers.get(id);
    const item = this.queue.state.items.get(id);
    if (item?.decided?.by?.id !== this.queue.me) return;
    const answer = burst === undefined ? undoVerdict(item) : undoBurst(burst).then(() => this.#readAgain(item));
    await this.#await(id, answer, 'undo');
    if (isOpen(this.queue.state, id)) this.queue.tell({ type: 'focused', id });
  }

  async #await(id: string, answer: Promise<QueueItem>, was: Lost['was']): Promise<void> {
    try {
      this.queue.tell({ type: 'answered', ids: [id], items: [await answer] });
    } catch (error) {
      const theirs = itemOf(error);
      this.queue.tell({ type: 'answered', ids: [id], items: theirs ? [theirs] : [] });
      this.#forget(id);
      this.tellLost({ was, theirs, error });
    }
    this.#answers.delete(id);
  }

  #forget(id: string): void {
    if (this.#last.get()?.item.id === id) this.#last.set(undefined);
  }

  async #readAgain(item: QueueItem): Promise<QueueItem> {
    const { items } = await readHoldsById([item.id]);
    return items.find(({ id }) => id === item.id) ?? item;
  }
}
