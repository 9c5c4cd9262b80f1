import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { DemoAccounts } from '../accounts/index.js';
import { FilersService } from '../organizations/index.js';

/** One unit with a single level above it, and one whose ladder has three. */
const unitsOfHost = ['gx-nature-museum', 'hengzhou-kexie'];

/** Lets the demo's host file for two units of the notices. */
@Injectable()
export class DemoFilers {
  constructor(
    private readonly accounts: DemoAccounts,
    private readonly filers: FilersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ensure(): Promise<void> {
    if (this.config.DEMO === 'off') return;
    const host = await this.accounts.idOf('host');
    if (host === undefined) return;
    for (const unit of unitsOfHost) await this.filers.add({ id: 'demo' }, host, unit);
  }
}
