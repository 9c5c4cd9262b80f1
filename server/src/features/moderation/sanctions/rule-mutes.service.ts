import { Injectable } from '@nestjs/common';
import type { HouseRule } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, Revocations } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { TopicPlaces } from '../topic-places.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { SanctionsRepository } from './sanctions.repository.js';
import { proposedStep, strikesCountForMs } from './sanctions.rules.js';

/** Mutes by a list's rule: the next step of the ladder, in the province-level unit where it was said. People with a role are left to people. */
@Injectable()
export class RuleMutes {
  constructor(
    private readonly database: Database,
    private readonly rows: SanctionsRepository,
    private readonly read: SanctionsReadRepository,
    private readonly places: TopicPlaces,
    private readonly revocations: Revocations,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  async mute({ user, topic, rule }: { user: string; topic: string; rule: HouseRule }): Promise<void> {
    const scope = this.regions.pathOf(await this.places.regionOf(topic)).at(-2) ?? 'CN';
    const at = this.clock.date();
    const number = await this.database.transaction(async (tx) => {
      await this.rows.takeTurn(tx, user);
      const person = await this.read.person(user, tx);
      if (!person || person.grants.length > 0) return undefined;
      const strikes = await this.read.strikes(user, new Date(at.getTime() - strikesCountForMs), tx);
      const until = new Date(at.getTime() + proposedStep(strikes).durationMs);
      await this.rows.insert(tx, { id: uuid(), kind: 'mute', userId: user, scope, rule, strike: strikes + 1, at, until });
      const difference = { kind: 'mute', scope, rule, strike: strikes + 1, until: until.toISOString(), topic };
      await this.audit.record(tx, { who: 'rule', act: 'person.sanctioned', subject: user, to: 'mute', reason: rule, difference });
      return this.revocations.record(tx, { standingOf: user });
    });
    if (number !== undefined) await this.revocations.announce(number);
  }
}
