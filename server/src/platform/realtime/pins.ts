import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { EntryLog } from './entry-log.js';
import { PinsRepository } from './pins.repository.js';

/** Who pins which message. */
export type Pin = { topic: string; seq: number; actor: string };
/** `same`: it was so already, and nobody is told. `unknown`: there is no such message to be seen. */
export type PinOutcome = 'changed' | 'same' | 'unknown';
/** What else belongs into the transaction of a change: its audit row. */
export type AlsoRecord = (tx: Transaction) => Promise<void>;

/**
 * The one pinned message of a conversation. Each change is an entry (`pin`, `unpin`), and `PinnedStates`
 * carries what is pinned to whoever comes later. The entries never have the words: those may be retracted.
 */
@Injectable()
export class Pins {
  constructor(
    private readonly log: EntryLog,
    private readonly pins: PinsRepository,
  ) {}

  /** Pins a message in place of the one that was. */
  async pin({ topic, seq, actor }: Pin, record: AlsoRecord): Promise<PinOutcome> {
    return this.log.decide(async (tx, append) => {
      await this.pins.takeTurn(tx, topic);
      if (!(await this.pins.canBePinned(tx, topic, seq))) return 'unknown';
      if (!(await this.pins.pin(tx, { topic, seq, actor }))) return 'same';
      await record(tx);
      await append([entryOf('pin', { topic, seq, actor }, '一条消息被置顶了')]);
      return 'changed';
    });
  }

  async unpin({ topic, seq, actor }: Pin, record: AlsoRecord): Promise<PinOutcome> {
    return this.log.decide(async (tx, append) => {
      await this.pins.takeTurn(tx, topic);
      if (!(await this.pins.unpin(tx, topic, seq))) return 'same';
      await record(tx);
      await append([entryOf('unpin', { topic, seq, actor }, '置顶取消了')]);
      return 'changed';
    });
  }
}

function entryOf(kind: 'pin' | 'unpin', { topic, seq, actor }: Pin, fallback: string) {
  return { id: randomUUID(), topic, author: actor, kind, body: { target: seq, fallback }, priority: true };
}
