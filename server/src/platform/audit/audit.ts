import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { AuditRepository, type Act } from './audit.repository.js';
import { chain, chainStart, type ChainedRow, firstBroken, type Link } from './chain.js';

/** What verifying found: how many rows fit, and the first that does not. */
export type AuditVerdict = { rows: number; broken?: Pick<ChainedRow, 'id' | 'position' | 'at' | 'act' | 'subject'> };

const slice = 200; // no statement may hold the embedded store for long

/** Who did what, and why: append-only, and chained so that a change shows. */
@Injectable()
export class Audit {
  constructor(private readonly repository: AuditRepository) {}

  /** Part of the act's own transaction. It takes no lock: its place in the chain comes after the commit. */
  async record(tx: Transaction, act: Pick<Act, 'who' | 'act' | 'subject' | 'from' | 'to' | 'reason' | 'difference'>): Promise<void> {
    await this.repository.insert(tx, act);
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
