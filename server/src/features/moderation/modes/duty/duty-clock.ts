import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { Audit } from '../../../../platform/audit/index.js';
import { Database } from '../../../../platform/database/index.js';
import { ModeHead } from '../../../../platform/realtime/index.js';
import { RecurringWork } from '../../../../platform/recurring-work.js';
import { country } from '../mode-plan.rules.js';
import { ShieldsRepository } from '../shields/shields.repository.js';
import { DutyFigures } from './duty.figures.js';
import { DutyRepository, type DueLook } from './duty.repository.js';
import { isNightAt } from './duty.rules.js';

const lookEachMs = 1_000;
/** Whom an act without a person is written down to. */
const hub = 'hub';

/**
 * What happens by the clock: a scope that nobody looks after any more, the night, a shield whose time is over. The times
 * stand in the rows and are compared by the database; any number of workers look, one acts, and a worker's death costs nothing.
 */
@Injectable()
export class DutyClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DutyClock.name);
  private readonly looks = new RecurringWork(
    () => this.lookOnce(),
    (error) => this.logger.warn(`duties wait: ${String(error)}`),
  );

  constructor(
    private readonly duties: DutyRepository,
    private readonly shields: ShieldsRepository,
    private readonly head: ModeHead,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly figures: DutyFigures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.PROCESS === 'web') return;
    if (this.config.DUTY_PLAN === 'on') await this.begin();
    this.looks.every(lookEachMs);
  }

  onModuleDestroy(): Promise<void> {
    return this.looks.stop();
  }

  /** A hub that has just been made counts as attended for a first while: nobody could have come yet. */
  private async begin(): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.duties.takeTurn(tx)) || (await this.duties.isCounted(tx, country))) return;
      const version = await this.head.next(tx);
      await this.duties.attend(tx, version, { scopes: [country], minutes: this.config.UNATTENDED_AFTER_MINUTES });
    });
  }

  look(): Promise<void> {
    return this.looks.look();
  }

  /** One statement a second while nothing is due. */
  private async lookOnce(): Promise<void> {
    if (this.wants(await this.duties.look())) this.alarm(await this.act());
  }

  private wants({ isDue, atMs, isNight }: DueLook): boolean {
    return isDue || isNight !== isNightAt(atMs, this.config.unattended.night);
  }

  /** The scopes that are left alone from now on. Looked at again under the lock: another worker may have acted. */
  private act(): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      if (!(await this.duties.takeTurn(tx))) return [];
      const look = await this.duties.look(tx);
      if (!this.wants(look)) return [];
      const version = await this.head.next(tx);
      const left = await this.duties.leaveDue(tx, version);
      const lifted = await this.shields.liftDue(tx, version);
      const isNight = isNightAt(look.atMs, this.config.unattended.night);
      if (isNight !== look.isNight) await this.duties.turnNight(tx, version, isNight);
      for (const scope of left)
        await this.audit.record(tx, { who: hub, act: 'duty.ended', subject: `scope:${scope}`, from: 'attended', to: 'unattended' });
      for (const scope of lifted)
        await this.audit.record(tx, { who: hub, act: 'shield.lifted', subject: `scope:${scope}`, reason: 'its time was over' });
      return left;
    });
  }

  private alarm(left: readonly string[]): void {
    if (left.length === 0 || this.config.DUTY_PLAN === 'off') return;
    this.figures.left(left.length);
    this.logger.warn(
      `alarm: nobody is on duty for ${left.join(', ')} since ${this.config.UNATTENDED_AFTER_MINUTES} min; rooms that nobody else looks after are in 无人值守模式`,
    );
  }
}
