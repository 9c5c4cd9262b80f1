import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { atOnce, type BuiltLists, buildLists, type Lists } from '@yunhui/screening';
import { ListsRepository } from './lists.repository.js';

/** So long another node may go on with the lists of before, and the time that building them takes. */
const compareEveryMs = 1_000;
const aPage = 1_000;

/**
 * The lists that judge on this node. New ones are built beside them, slice by slice, and take their place at once: nobody
 * waits. A node learns of a change by the version in Postgres, which it compares each second; while Postgres is away the last lists hold.
 */
@Injectable()
export class CurrentLists implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CurrentLists.name);
  private built: BuiltLists = atOnce(buildLists({ terms: [], allow: [] }));
  private builtOf = -1;
  private reading?: Promise<void>;
  private timer?: NodeJS.Timeout;

  constructor(private readonly rows: ListsRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.compare(), compareEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  get lists(): BuiltLists {
    return this.built;
  }

  /** Resolves when the lists here are at least those that were committed before it was called. */
  async refresh(): Promise<void> {
    await this.reading?.catch(() => undefined);
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    await this.reading;
  }

  private async compare(): Promise<void> {
    if (this.reading) return;
    try {
      await this.refresh();
    } catch (error) {
      this.logger.warn(`the lists were not compared: ${String(error)}`);
    }
  }

  /** The version is read before the rows: rows that changed meanwhile have a higher one, and are read again. */
  private async read(): Promise<void> {
    const version = await this.rows.version();
    if (version === this.builtOf) return;
    this.built = await builtInSlices(await this.readAll());
    this.builtOf = version;
    this.logger.log(`lists ${this.built.version} judge from now on`);
  }

  private async readAll(): Promise<Lists> {
    const terms = await pages(
      (after) => this.rows.terms({ after, most: aPage }),
      ({ id }) => id,
    );
    const phrases = await pages(
      (after) => this.rows.phrases({ after, most: aPage }),
      (phrase) => phrase,
    );
    return { terms, allow: phrases.map((phrase) => ({ phrase })) };
  }
}

/** A slice is a few milliseconds; between two of them the process does whatever has come. */
async function builtInSlices(lists: Lists): Promise<BuiltLists> {
  const building = buildLists(lists);
  for (;;) {
    const { done, value } = building.next();
    if (done) return value;
    await breath();
  }
}

async function pages<Row>(read: (after: string | undefined) => Promise<Row[]>, keyOf: (row: Row) => string): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await read(last === undefined ? undefined : keyOf(last));
    all.push(...page);
    if (page.length < aPage) return all;
  }
}
