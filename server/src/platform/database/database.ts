import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import type { Connections, FirstLook, Row, RunSql } from './connections.js';
import { isDeadlock } from './sql-error.js';

/** Whoever loses this often against others is told. */
const deadlocksAtMost = 3;

/** What is given to the work of a transaction: use only this inside it, and await nothing but SQL. */
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** The store, the same for embedded and production. Only repositories and platform speak SQL. */
export class Database {
  readonly drizzle: NodePgDatabase;
  private closing: Promise<void> | undefined;
  private readonly afterwards = new WeakMap<Transaction, (() => void)[]>();

  constructor(readonly connections: Connections) {
    // PglitePool has the methods Drizzle's driver uses of a pool; its type names many more.
    this.drizzle = drizzle(connections.pool as unknown as Pool);
  }

  /**
   * Runs `work` in one transaction. On the embedded store the whole hub waits meanwhile: inside, use
   * only `tx` and await nothing but SQL. Asking the outer `drizzle` there would never return. PostgreSQL ends one of
   * two that wait for each other; nothing of it has happened then, and its work is done again.
   */
  async transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
    for (let lost = 1; ; lost += 1) {
      try {
        return await this.transact(work);
      } catch (error) {
        if (lost > deadlocksAtMost || !isDeadlock(error)) throw error;
      }
    }
  }

  private async transact<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
    const afterwards: (() => void)[] = [];
    // Lent and given back here: Drizzle itself would keep a connection whose `begin` fails.
    const client = (await this.connections.pool.connect()) as PoolClient;
    try {
      const value = await drizzle(client).transaction((tx) => {
        this.afterwards.set(tx, afterwards);
        return work(tx);
      });
      for (const act of afterwards) act();
      return value;
    } finally {
      client.release();
    }
  }

  /** Has `act` called once `tx` has committed, never when it failed. A crash in between forgets it: only for what is found again anyway. */
  afterCommit(tx: Transaction, act: () => void): void {
    this.afterwards.get(tx)?.push(act);
  }

  /** One raw statement's rows, in or out of a transaction. */
  async rows<R extends object = Row>(statement: SQL, on: NodePgDatabase | Transaction = this.drizzle): Promise<R[]> {
    const { rows } = await on.execute(statement);
    return rows as R[];
  }

  /** The engine's way to append, before everything else. */
  get append(): RunSql {
    return this.connections.append;
  }

  /** Has `look` awaited on each new connection to PostgreSQL before anything is appended over it: the store may have gone back. */
  lookBeforeAppends(look: FirstLook): void {
    if (this.connections.kind === 'postgres') this.connections.lookFirst(look);
  }

  /** How many append batches may be in flight at once. */
  get lanes(): number {
    return this.connections.lanes;
  }

  /** Throws when the store does not answer within `patienceMs`. */
  async ping(patienceMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the database does not answer')), patienceMs);
    });
    try {
      await Promise.race([this.drizzle.execute(sql`select 1`), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** However often it is asked: once. */
  close(): Promise<void> {
    return (this.closing ??= this.connections.close());
  }
}
