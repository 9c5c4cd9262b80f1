import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { AuthorNames } from '../../../platform/realtime/index.js';
import { type KeepName, type NameChange, NameChanges } from '../newcomers/name-changes.js';
import { StandingBook } from '../standing/standing-book.js';
import { Screener } from './screener.js';

/**
 * What somebody said before is redrawn with their new name once it has passed screening. One that is held or refused, or
 * of who may not speak freely somewhere, stands nowhere until a message under it is let through.
 */
@Injectable()
export class NameRedraw implements OnModuleInit {
  constructor(
    private readonly changes: NameChanges,
    private readonly screener: Screener,
    private readonly standing: StandingBook,
    private readonly names: AuthorNames,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.changes.redrawnBy((change, keep) => this.redraw(change, keep));
  }

  private async redraw({ viewer, name }: NameChange, keep: KeepName): Promise<void> {
    const { verdict, text } = this.screener.judgeName(name);
    const isShown = verdict === 'pass' || verdict === 'mask';
    const isFree = this.standing.of(viewer).length === 0 && this.standing.watched(viewer).length === 0;
    if (isShown && isFree) await this.names.rename({ author: viewer.user.id, name: text }, keep);
    else await this.database.transaction(keep);
  }
}
