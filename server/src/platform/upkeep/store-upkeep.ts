import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { DATA_DIR, type DataDir } from '../data-dir/index.js';
import type { Backup } from './backup-folder.js';
import { backUpEmbedded } from './embedded-backup.js';

const vacuumEveryMs = 10_000;
const backupEveryMs = 600_000;
/** 04:00 in Shanghai, when nobody watches. */
const nightHourUtc = 20;

/**
 * What PostgreSQL does for itself and the embedded store does not: there is no autovacuum, and nothing reaches
 * the disk for certain but the backups.
 */
@Injectable()
export class StoreUpkeep implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(StoreUpkeep.name);
  private timers: NodeJS.Timeout[] = [];
  private vacuumedAt = '';
  private analyzedBytes = 4_096;
  private backedUpAt = '';
  private lastNight = '';
  private backingUp: Promise<Backup> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(DATA_DIR) private readonly dataDir: DataDir | undefined,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.dataDir) return;
    this.dataDir.answers('backup', () => this.backUp());
    this.timers = [
      setInterval(() => void this.attempt(() => this.vacuum()), vacuumEveryMs),
      setInterval(() => void this.attempt(() => this.backUpNews()), backupEveryMs),
    ];
    this.lastNight = this.night();
    void this.attempt(() => this.vacuumAll());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** The last state, when everybody who writes has stopped. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.dataDir) await this.attempt(() => this.backUpNews());
  }

  /** One at a time; who asks meanwhile gets the same. */
  private backUp(): Promise<Backup> {
    const dataDir = this.dataDir;
    if (!dataDir) throw new Error('only the embedded store is backed up by the hub');
    this.backingUp ??= backUpEmbedded(this.database, dataDir.path).finally(() => (this.backingUp = undefined));
    return this.backingUp;
  }

  private async backUpNews(): Promise<void> {
    const written = await this.writtenUpTo();
    if (written === this.backedUpAt) return;
    await this.backUp();
    this.backedUpAt = written;
  }

  /** The heads of topics are updated in place with each message: without this they grow by a row version each. */
  private async vacuum(): Promise<void> {
    if (this.lastNight !== this.night()) {
      this.lastNight = this.night();
      return this.vacuumAll();
    }
    if ((await this.writtenUpTo()) === this.vacuumedAt) return;
    await this.database.drizzle.execute(sql`vacuum (analyze) topics`);
    await this.analyzeGrownLog();
    this.vacuumedAt = await this.writtenUpTo();
  }

  /**
   * A log that was analysed while it was empty is planned for as if it still were: each append would then read all
   * of it. Once it has doubled it is analysed again, so this costs little however large it grows.
   */
  private async analyzeGrownLog(): Promise<void> {
    const [log] = await this.database.rows<{ bytes: number }>(sql`select pg_relation_size('topic_entries') as bytes`);
    const bytes = log?.bytes ?? 0;
    if (bytes < 2 * this.analyzedBytes) return;
    await this.database.drizzle.execute(sql`analyze topic_entries`);
    await this.database.drizzle.execute(sql`analyze holds`);
    this.analyzedBytes = Math.max(bytes, 8_192);
  }

  /** Table by table, so that others have their turn in between. */
  private async vacuumAll(): Promise<void> {
    const tables = await this.database.rows<{ name: string }>(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of tables) await this.database.drizzle.execute(sql.raw(`vacuum (analyze) ${name}`));
    this.vacuumedAt = await this.writtenUpTo();
  }

  /** Moves with every write. */
  private async writtenUpTo(): Promise<string> {
    const [row] = await this.database.rows<{ position: string }>(sql`select pg_current_wal_lsn()::text as position`);
    return row?.position ?? '';
  }

  /** The name of the night that began last. */
  private night(): string {
    return new Date(this.clock.now() - nightHourUtc * 3_600_000).toISOString().slice(0, 10);
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(error, 'the store could not be looked after; tried again at the next turn');
    }
  }
}
