import type { QueueItem } from '@yunhui/contracts';
import { rememberedInTab, rememberInTab } from '../../../platform/memory.js';
import type { Said } from '../queue/holds.js';

/** A verdict that the hub has not heard: of which version of an item, and whether of its whole burst. */
export type KeptVerdict = Pick<QueueItem, 'id' | 'version'> & { said: Said; ofBurst: boolean };

/**
 * Verdicts that wait for a hub that is away, kept in this tab: loaded again, it goes on sending them. What is lost with the
 * tab nobody has heard of: those items still wait on every desk.
 */
export class KeptVerdicts {
  readonly #key;

  constructor(me: string) {
    this.#key = `deskVerdicts.${me}` as const;
  }

  all(): readonly KeptVerdict[] {
    try {
      return JSON.parse(rememberedInTab(this.#key) ?? '[]') as KeptVerdict[];
    } catch {
      return [];
    }
  }

  keep(verdict: KeptVerdict): void {
    this.#write([...this.#but(verdict.id), verdict]);
  }

  drop(id: string): void {
    const others = this.#but(id);
    if (others.length < this.all().length) this.#write(others);
  }

  #but(id: string): KeptVerdict[] {
    return this.all().filter((kept) => kept.id !== id);
  }

  #write(verdicts: readonly KeptVerdict[]): void {
    rememberInTab(this.#key, verdicts.length === 0 ? undefined : JSON.stringify(verdicts));
  }
}
