import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

type End = (tx: Transaction, userId: string) => Promise<void>;

/**
 * Ways into an account besides its password. Whoever keeps one says here how it ends: all of them do with a password that is set
 * without the old one, for whoever had that may have laid them.
 */
@Injectable()
export class OtherWays {
  private readonly ends: End[] = [];

  endBy(end: End): void {
    this.ends.push(end);
  }

  async endAll(tx: Transaction, userId: string): Promise<void> {
    for (const end of this.ends) await end(tx, userId);
  }
}
