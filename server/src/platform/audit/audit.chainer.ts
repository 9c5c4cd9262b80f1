import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DATA_DIR, type DataDir } from '../data-dir/index.js';
import { Audit } from './audit.js';

const everyMs = 1_000;

/** Chains what was committed, each second, and verifies for a command that cannot open the embedded store itself. */
@Injectable()
export class AuditChainer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditChainer.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly audit: Audit,
    @Inject(DATA_DIR) private readonly dataDir: DataDir | undefined,
  ) {}

  onApplicationBootstrap(): void {
    this.dataDir?.answers('audit-verify', () => this.audit.verify());
    this.next();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private next(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.chain(), everyMs);
  }

  private async chain(): Promise<void> {
    try {
      await this.audit.chainNew();
    } catch (error) {
      this.logger.warn(`the audit could not be chained, again in a second: ${String(error)}`);
    }
    this.next();
  }
}
