import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { AuthorNamesRepository, type ShownName } from './author-names.repository.js';
import { EntryLog } from './entry-log.js';

/** Pages that are open redraw the name in these; everywhere else it is the present one as soon as somebody reads. */
const told = { topics: 16, newest: 500 };

/**
 * E12: somebody goes by another name. The rows keep the copy of then; every read looks the present one up, and an
 * `author.renamed` entry has rings and open pages redraw what they have. What is said costs nothing more for it.
 */
@Injectable()
export class AuthorNames {
  constructor(
    private readonly log: EntryLog,
    private readonly rows: AuthorNamesRepository,
  ) {}

  /** `alongside`: what belongs into the same transaction before it. Who has said nothing yet is nowhere to be redrawn. */
  async rename(shown: ShownName, alongside: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.log.decide(async (tx, append) => {
      await alongside(tx);
      const topics = await this.rows.lockTheirs(tx, shown.author, told);
      if (topics.length === 0 && !(await this.rows.haveHeld(tx, shown.author))) return;
      await this.rows.keep(tx, shown);
      const entry = { author: shown.author, kind: 'author.renamed', body: { author: shown.author, name: shown.name }, priority: true };
      if (topics.length > 0) await append(topics.map((topic) => ({ ...entry, id: randomUUID(), topic })));
    });
  }
}
