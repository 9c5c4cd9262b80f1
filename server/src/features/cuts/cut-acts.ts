import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../platform/audit/index.js';
import { Database, isStoreAway, type Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { type CutAct, CutsRepository, CutsStore, CutWords, type NewAct } from '../streams/index.js';
import { CutStates } from './cut-states.js';
import type { CutPlace } from './cuts.rules.js';

/** An act holds before this; so long its answer waits for the audit's row. */
const writePatienceMs = 1_500;

/**
 * Keeps what somebody cut off or put back. Redis has it first and every player hears of it then; Postgres gets the act
 * with its audit row and fact at once, or as soon as it is there again. Without Redis it is the other way round.
 */
@Injectable()
export class CutActs {
  private readonly logger = new Logger(CutActs.name);

  constructor(
    private readonly store: CutsStore,
    private readonly rows: CutsRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly facts: Facts,
    private readonly words: CutWords,
    private readonly states: CutStates,
  ) {}

  /** Answers what holds now, and whether Postgres has it. Throws only when neither store takes it. */
  async do(done: NewAct, places: readonly CutPlace[]): Promise<{ act: CutAct; written: boolean }> {
    const act = await this.store.add(done).catch(() => undefined);
    if (!act) return { act: await this.withoutRedis(done, places), written: true };
    this.words.spread(act);
    void this.states.put(places);
    const writing = this.write(act).then(
      () => true,
      (error: unknown) => this.left(error),
    );
    return { act, written: await Promise.race([writing, sleep(writePatienceMs, false, { ref: false })]) };
  }

  /** Whether Postgres has it. */
  async isWritten({ id }: CutAct): Promise<boolean> {
    return Promise.race([
      this.rows.byId(id).then(
        (row) => row !== undefined,
        () => false,
      ),
      sleep(writePatienceMs, false, { ref: false }),
    ]);
  }

  /** Writes what Postgres missed while it was away. Safe in any number of processes: an act is kept once. */
  async writeLeft(): Promise<void> {
    for (const act of await this.store.unwritten()) await this.write(act);
  }

  private async write(act: CutAct): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.rows.keep(tx, act)) await this.tell(tx, act);
    });
    await this.store.written(act);
  }

  private async withoutRedis(done: NewAct, places: readonly CutPlace[]): Promise<CutAct> {
    const act = await this.database.transaction(async (tx) => {
      const kept = await this.rows.number(tx, done);
      if (kept) await this.tell(tx, kept);
      return kept;
    });
    const known = act ?? (await this.rows.byId(done.id));
    if (!known) throw new Error(`act ${done.id} was neither kept nor there`);
    this.words.spread(known);
    void this.states.put(places);
    return known;
  }

  private async tell(tx: Transaction, { id, target, targetId, on, reason, by }: CutAct): Promise<void> {
    const [from, to] = on ? ['on air', 'cut off'] : ['cut off', 'on air'];
    const act = on ? 'cut.placed' : 'cut.lifted';
    await this.audit.record(tx, { who: by.id, act, subject: `${target}:${targetId}`, from, to, reason });
    await this.facts.record(tx, { name: 'cut.changed', key: id, version: 1 });
  }

  private left(error: unknown): false {
    if (!isStoreAway(error)) this.logger.error(error);
    return false;
  }
}
