import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Fact, OnFact } from '../../platform/facts/index.js';
import { RecurringWork } from '../../platform/recurring-work.js';
import { TileKeeper } from '../lobby/index.js';
import { CutBook, CutsRepository } from '../streams/index.js';
import { CutActs } from './cut-acts.js';
import { CutStates } from './cut-states.js';
import { CutSubjects } from './cut-subjects.js';

const writeLeftEachMs = 2_000;

/** Makes tiles follow what was cut off, and writes what Postgres missed. */
@Injectable()
export class CutsProcessor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CutsProcessor.name);
  private readonly writing = new RecurringWork(
    () => this.acts.writeLeft(),
    (error) => this.logger.debug(`acts wait for a store: ${String(error)}`),
  );

  constructor(
    private readonly rows: CutsRepository,
    private readonly book: CutBook,
    private readonly subjects: CutSubjects,
    private readonly acts: CutActs,
    private readonly states: CutStates,
    private readonly tiles: TileKeeper,
  ) {}

  onApplicationBootstrap(): void {
    this.writing.every(writeLeftEachMs);
  }

  onModuleDestroy(): Promise<void> {
    return this.writing.stop();
  }

  /** The tiles are made from what this process remembers: it looks first. */
  @OnFact('cut.changed')
  async changed({ key }: Fact): Promise<void> {
    const act = await this.rows.byId(key);
    if (!act) return;
    this.book.take([act]);
    const { places } = await this.subjects.ofAct(act);
    await this.states.put(places);
    await this.tiles.renew(places.map(({ slug }) => slug));
  }
}
