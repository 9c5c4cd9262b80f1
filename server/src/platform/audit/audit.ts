import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { TimePlace } from '../cursor.js';
import { AuditRepository, type Act } from './audit.repository.js';
import { type AuditRow, chain, chainStart, type ChainedRow, firstBroken, type Link } from './chain.js';

/** What verifying found: how many rows fit, and the first that does not. */
export type AuditVerdict = { rows: number; broken?: Pick<ChainedRow, 'id' | 'position' | 'at' | 'act' | 'subject'> };

/** A row as it is read: `at` is UTC with microseconds, `difference` whatever its act keeps, `chained` its place once the chainer has passed. */
export type AuditedAct = Omit<AuditRow, 'difference'> & { difference: unknown; chained?: { place: number; hash: string } };

const slice = 200; // no statement may hold the embedded store for long

/** Who did what, and why: append-only, and chained so that a change shows. */
@Injectable()
export class Audit {
  constructor(private readonly repository: AuditRepository) {}

  /** Part of the act's own transaction. It takes no lock: its place in the chain comes after the commit. */
  async record(tx: Transaction, act: Pick<Act, 'who' | 'act' | 'subject' | 'from' | 'to' | 'reason' | 'difference'>): Promise<void> {
    await this.repository.insert(tx, act);
  }

  /** What was done to these, the newest first; `before` is the place at which a page ended. */
  async of(subjects: readonly string[], page: { before: TimePlace | undefined; most: number }): Promise<AuditedAct[]> {
    const rows = await this.repository.of(subjects, page);
    return rows.map(({ position, hash, difference, at, ...row }) => ({
      ...row,
      at: `${at}Z`,
      difference: difference === null ? undefined : (JSON.parse(difference) as unknown),
      ...(position != null && hash != null && { chained: { place: Number(position), hash } }),
    }));
  }

  /** Gives every committed row that has none its place. Rows found together are chained in order of `(at, id)`. */
  async chainNew(): Promise<void> {
    while (await this.repository.hasUnchained()) {
      const chained = await this.repository.chainNext(slice, chain);
      if (chained === undefined) return; // another process does it
    }
  }

  /** Walks the whole chain. */
  async verify(): Promise<AuditVerdict> {
    await this.chainNew();
    let last: Link = chainStart;
    for (;;) {
      const rows = await this.repository.chainedAfter(last.position, slice);
      const broken = firstBroken(last, rows);
      if (broken) return { rows: rows.indexOf(broken) + last.position, broken };
      const end = rows.at(-1);
      if (!end) return { rows: last.position };
      last = end;
    }
  }
}
