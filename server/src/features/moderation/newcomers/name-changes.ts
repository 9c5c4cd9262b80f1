import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import type { Viewer } from '../../../platform/auth/index.js';
import { Database, type Transaction } from '../../../platform/database/index.js';

/** Somebody known takes another name. */
export type NameChange = { viewer: Viewer & { user: User }; name: string };
/** What the change itself writes: it belongs into the same transaction as whatever follows from it. */
export type KeepName = (tx: Transaction) => Promise<void>;
export type RedrawName = (change: NameChange, keep: KeepName) => Promise<void>;

/** Where accounts tell of a new name. Screening says what becomes of it; where nobody screens, the name is kept and no more. */
@Injectable()
export class NameChanges {
  private redraw?: RedrawName;

  constructor(private readonly database: Database) {}

  redrawnBy(redraw: RedrawName): void {
    this.redraw = redraw;
  }

  async change(change: NameChange, keep: KeepName): Promise<void> {
    if (this.redraw && change.name !== change.viewer.user.name) await this.redraw(change, keep);
    else await this.database.transaction(keep);
  }
}
