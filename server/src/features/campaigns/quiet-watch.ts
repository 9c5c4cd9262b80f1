import { Injectable } from '@nestjs/common';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** So long a node may go on taking reactions after the switch: one small statement a second, and only while somebody reacts. */
const knownForMs = 1_000;

/** Whether a campaign is quiet, for those who ask with each message. While Postgres is away the last answer holds. */
@Injectable()
export class QuietWatch {
  private quiet: ReadonlySet<string> = new Set();
  private readAt = -Infinity;
  private reading?: Promise<void>;

  constructor(
    private readonly rows: CampaignsRepository,
    private readonly campaigns: CampaignsService,
  ) {}

  /** The campaign itself, or one around it. */
  async isQuiet(campaign: string): Promise<boolean> {
    if (performance.now() - this.readAt > knownForMs) await (this.reading ??= this.read());
    if (this.quiet.size === 0) return false;
    return (await this.campaigns.around(campaign)).some((slug) => this.quiet.has(slug));
  }

  private async read(): Promise<void> {
    try {
      this.quiet = new Set(await this.rows.quietOnes());
    } catch {
      // the store is away: what was known holds
    } finally {
      this.readAt = performance.now();
      this.reading = undefined;
    }
  }
}
