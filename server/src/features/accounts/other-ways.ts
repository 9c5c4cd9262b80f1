import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

type End = (tx: Transaction, userId: string) => Promise<void>;

/**
 * Ways into an account besides its password. Whoever keeps one says here how it ends: with a new password all of them do, for
 * whoever had the old one may have laid them.
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
