import { Injectable } from '@nestjs/common';
import type { ImportedLists, ImportLists, ListsChanged, ScreeningPhrases, ScreeningTerm, ScreeningTerms, User } from '@yunhui/contracts';
import { versionOf } from '@yunhui/screening';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { CurrentLists } from './current-lists.js';
import { type ListPage, ListsRepository } from './lists.repository.js';
import { canBeFound, differenceFrom, readRows } from './lists.rules.js';

export type AskedPage = Omit<ListPage, 'most' | 'after'> & { cursor?: string };
const aPage = 100;

/**
 * The lists as moderators keep them. They judge everywhere, so whoever reads or changes them answers for the whole
 * country. A change holds here at once and on other nodes within two seconds.
 */
@Injectable()
export class ListsService {
  constructor(
    private readonly rows: ListsRepository,
    private readonly current: CurrentLists,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
  ) {}

  async terms(viewer: Viewer, { cursor, ...page }: AskedPage): Promise<ScreeningTerms> {
    this.require(viewer, 'read');
    const items = await this.rows.terms({ ...page, after: cursor, most: aPage + 1 });
    return { ...paged(items, ({ id }) => id), version: this.version };
  }

  async phrases(viewer: Viewer, { cursor, q }: AskedPage): Promise<ScreeningPhrases> {
    this.require(viewer, 'read');
    const { items, next } = paged(await this.rows.phrases({ q, after: cursor, most: aPage + 1 }), (phrase) => phrase);
    return { items: items.map((phrase) => ({ phrase })), ...(next !== undefined && { next }), version: this.version };
  }

  /** Adds a term, or puts it in the place of the one with its id. */
  async keepTerm(viewer: Viewer, term: ScreeningTerm): Promise<ListsChanged> {
    if (!canBeFound(term.term)) throw new HubError('request.malformed', { field: 'term' });
    return this.change(viewer, `term ${term.id}`, async (tx) => {
      const [before] = await this.rows.termsOf([term.id], tx);
      await this.rows.keepTerms(tx, [term]);
      return { difference: { before: before ?? null, after: term }, changed: { terms: 1, phrases: 0 } };
    });
  }

  async dropTerm(viewer: Viewer, id: string): Promise<ListsChanged> {
    return this.change(viewer, `term ${id}`, async (tx) => {
      const before = await this.rows.dropTerm(tx, id);
      if (!before) throw new HubError('term.unknown');
      return { difference: { before, after: null }, changed: { terms: 1, phrases: 0 } };
    });
  }

  async keepPhrase(viewer: Viewer, phrase: string): Promise<ListsChanged> {
    if (!canBeFound(phrase)) throw new HubError('request.malformed', { field: 'phrase' });
    return this.change(viewer, `phrase ${phrase}`, async (tx) => {
      await this.rows.keepPhrases(tx, [phrase]);
      return { difference: { after: phrase }, changed: { terms: 0, phrases: 1 } };
    });
  }

  async dropPhrase(viewer: Viewer, phrase: string): Promise<ListsChanged> {
    return this.change(viewer, `phrase ${phrase}`, async (tx) => {
      if (!(await this.rows.dropPhrase(tx, phrase))) throw new HubError('term.unknown');
      return { difference: { before: phrase }, changed: { terms: 0, phrases: 1 } };
    });
  }

  /** All rows or none: one that is refused keeps the others out. A dry run says the same and changes nothing. */
  async import(viewer: Viewer, { dryRun, terms, allow }: ImportLists): Promise<ImportedLists> {
    this.require(viewer, 'edit');
    const read = readRows(terms, allow);
    const known = {
      terms: await this.rows.termsOf(read.terms.map(({ id }) => id)),
      phrases: await this.rows.phrasesOf(read.phrases),
    };
    const difference = differenceFrom(read, known);
    if (!dryRun && read.refused.length === 0) {
      await this.change(viewer, 'import', async (tx) => {
        await this.rows.keepTerms(tx, read.terms);
        await this.rows.keepPhrases(tx, read.phrases);
        return { difference, changed: { terms: read.terms.length, phrases: read.phrases.length } };
      });
    }
    return { ...difference, refused: read.refused };
  }

  /** What the demo brings: its terms and phrases beside those there. Judged by from the next comparison on. */
  async plant(tx: Transaction, lists: { terms: readonly ScreeningTerm[]; phrases: readonly string[] }): Promise<void> {
    await this.rows.keepTerms(tx, lists.terms);
    await this.rows.keepPhrases(tx, lists.phrases);
    await this.rows.raiseVersion(tx);
  }

  /** After what was planted has been committed: from now on it judges here. */
  readAgain(): Promise<void> {
    return this.current.refresh();
  }

  private get version(): string {
    return versionOf(this.current.lists);
  }

  private async change(
    viewer: Viewer,
    subject: string,
    work: (tx: Transaction) => Promise<{ difference: object; changed: ListsChanged }>,
  ): Promise<ListsChanged> {
    const user = this.require(viewer, 'edit');
    const changed = await this.database.transaction(async (tx) => {
      const { difference, changed: done } = await work(tx);
      await this.rows.raiseVersion(tx);
      await this.audit.record(tx, { who: user.id, act: 'lists.changed', subject, difference });
      return done;
    });
    await this.current.refresh();
    return changed;
  }

  private require(viewer: Viewer, action: 'read' | 'edit'): User {
    return whoMay(viewer, { action, on: 'Lists', region: 'CN' }, this.regions.pathOf);
  }
}

/** A page, and where the next one begins: one more was read than is shown. */
function paged<Row>(rows: readonly Row[], keyOf: (row: Row) => string): { items: Row[]; next?: string } {
  const items = rows.slice(0, aPage);
  const last = items.at(-1);
  return rows.length > aPage && last !== undefined ? { items, next: keyOf(last) } : { items };
}
