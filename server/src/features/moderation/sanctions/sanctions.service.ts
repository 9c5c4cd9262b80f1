import { Injectable } from '@nestjs/common';
import type { PlaceSanction, Sanction, User } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, Revocations, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { Facts } from '../../../platform/facts/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { OutcomesRepository } from '../standing/outcomes.repository.js';
import { HidingService } from './hiding.service.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { SanctionsRepository } from './sanctions.repository.js';
import { judgeDuration, reachOf, strikesCountForMs } from './sanctions.rules.js';
import { toSanction } from './sanction-row.js';

/** Warns, mutes and bans. What is committed holds on this node when it is answered, and on the others within 2.5 s. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly database: Database,
    private readonly rows: SanctionsRepository,
    private readonly read: SanctionsReadRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly hiding: HidingService,
    private readonly revocations: Revocations,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Once for one id: a retry is answered by what was placed. */
  async place(viewer: Viewer, wanted: PlaceSanction): Promise<Sanction> {
    if (!this.regions.has(wanted.scope)) throw new HubError('region.unknown', { field: 'scope' });
    const actor = whoMay(viewer, { action: 'sanction', on: 'Person', region: wanted.scope }, this.regions.pathOf);
    if (!judgeDuration(wanted.kind, wanted.durationMs)) throw new HubError('request.malformed', { field: 'durationMs' });
    const number = await this.database.transaction((tx) => this.placeIn(tx, actor, wanted));
    if (number !== undefined) await this.afterwards(wanted, number);
    const row = await this.read.byId(wanted.id);
    if (!row || row.user.id !== wanted.user || row.by?.id !== actor.id) throw new HubError('sanction.changed', { field: 'id' });
    return toSanction(row, this.clock.now());
  }

  /** The number of the revocation; nothing when it was placed before. */
  private async placeIn(tx: Transaction, actor: User, wanted: PlaceSanction): Promise<number | undefined> {
    await this.rows.takeTurn(tx, wanted.user);
    if (await this.read.byId(wanted.id, tx)) return undefined;
    const person = await this.read.person(wanted.user, tx);
    if (!person) throw new HubError('person.unknown', { field: 'user' });
    if (reachOf(actor, person, this.regions.pathOf)) throw new HubError('person.out-of-reach', { field: 'user' });
    await this.write(tx, actor, wanted);
    return this.revocations.record(tx, { standingOf: wanted.user });
  }

  private async write(tx: Transaction, actor: User, wanted: PlaceSanction): Promise<void> {
    const { id, kind, user, scope, rule, note, durationMs, hideMinutes, evidence = [] } = wanted;
    const at = this.clock.date();
    const strike = 1 + (await this.read.strikes(user, new Date(at.getTime() - strikesCountForMs), tx));
    const until = durationMs === undefined ? undefined : new Date(at.getTime() + durationMs);
    await this.rows.insert(tx, { id, kind, userId: user, scope, rule, note, strike, byId: actor.id, at, until, hideMinutes });
    const words = evidence.map((message) => message.id);
    await this.rows.keepWords(tx, id, user, words);
    if (kind === 'warn') await this.outcomes.add(tx, [{ id, user, kind: 'warning', result: 'warned', rule, at }]);
    if (hideMinutes !== undefined) await this.facts.record(tx, { name: 'sanction.placed', key: id, version: 1 });
    const difference = { kind, scope, rule, strike, until: until?.toISOString(), hideMinutes, note };
    await this.audit.record(tx, { who: actor.id, act: 'person.sanctioned', subject: user, to: kind, reason: rule, difference });
  }

  /** The cut comes first, so that nothing is said between it and the hiding. */
  private async afterwards({ id, hideMinutes }: PlaceSanction, number: number): Promise<void> {
    await this.revocations.announce(number);
    if (hideMinutes !== undefined) await this.hiding.hide(id);
  }
}
