import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DecideReport, ReportGroup, ReportPage } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, Revocations, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Retractions, Viewers } from '../../../platform/realtime/index.js';
import { QueueHints } from '../queue-hints.js';
import { SanctionsReadRepository } from '../sanctions/sanctions-read.repository.js';
import { reachOf } from '../sanctions/sanctions.rules.js';
import { Scopes } from '../scopes.js';
import { OutcomesRepository } from '../standing/outcomes.repository.js';
import { type DeskGroup, ReportDeskRepository } from './report-desk.repository.js';

const pageSize = 50;
/** Where nobody says which rule it was against. */
const unnamed = 'other';

/** Reports as moderators see and decide them; whoever reported is told. */
@Injectable()
export class ReportDeskService {
  constructor(
    private readonly database: Database,
    private readonly desk: ReportDeskRepository,
    private readonly people: SanctionsReadRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly retractions: Retractions,
    private readonly viewers: Viewers,
    private readonly hints: QueueHints,
    private readonly scopes: Scopes,
    private readonly revocations: Revocations,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  async list(
    viewer: Viewer,
    asked: { scope?: string; state?: ReportGroup['state']; cursor?: string; ids?: readonly string[] },
  ): Promise<ReportPage> {
    const regions = this.scopes.ofPeople(viewer, asked.scope);
    const skip = Number(asked.cursor ?? 0);
    const state = asked.ids ? undefined : (asked.state ?? 'open');
    const [found, open] = await Promise.all([
      this.desk.list({ regions, ids: asked.ids, state, skip, limit: pageSize + 1 }),
      this.desk.countOpen(regions),
    ]);
    const items = await Promise.all(found.slice(0, pageSize).map((group) => this.watched(group)));
    return { items, open, ...(found.length > pageSize && { next: String(skip + pageSize) }) };
  }

  /** Decides all reports of one thing. Upheld, a message is taken back in the same transaction, though it was reported long ago. */
  async decide(viewer: Viewer, id: string, { version, verdict, rule = unnamed }: DecideReport): Promise<ReportGroup> {
    const group = await this.desk.byId(id);
    if (!group?.region) throw new HubError('report.unknown');
    const actor = whoMay(viewer, { action: 'hear', on: 'Person', region: group.region }, this.regions.pathOf);
    const heldRule = verdict === 'upheld' ? rule : undefined;
    let number: number | undefined;
    const record = async (tx: Transaction): Promise<void> => {
      number = await this.record(tx, group, { version, verdict, rule: heldRule, by: actor.id });
    };
    if (verdict === 'upheld' && group.topic !== undefined && group.seq !== undefined && !group.gone) {
      await this.requireReach(actor, group.topic, group.seq);
      await this.retractions.retract({ topic: group.topic, seqs: [group.seq], by: 'moderator', actor: actor.id, rule }, record);
    } else await this.database.transaction(record);
    if (number !== undefined) await this.revocations.announce(number);
    this.hints.tellOf(group.region, 'report.settled', { id, risk: group.risk });
    const decided = await this.desk.byId(id);
    return this.watched(decided ?? group);
  }

  private async requireReach(actor: Parameters<typeof reachOf>[0], topic: string, seq: number): Promise<void> {
    const [author] = await this.people.authors(topic, [seq]);
    if (author && reachOf(actor, author, this.regions.pathOf) === 'higher-role') throw new HubError('person.out-of-reach');
  }

  private async record(
    tx: Transaction,
    group: DeskGroup,
    { version, verdict, rule, by }: DecideReport & { by: string },
  ): Promise<number | undefined> {
    const at = this.clock.date();
    const reporters = await this.desk.decide(tx, { id: group.id, version, state: verdict, by, at, rule });
    if (!reporters) throw new HubError('report.changed');
    await this.outcomes.add(
      tx,
      reporters.map((user) => ({ id: randomUUID(), user, kind: 'report' as const, result: verdict, rule, at })),
    );
    const difference = { group: group.id, target: group.target, reporters: reporters.length };
    await this.audit.record(tx, { who: by, act: 'report.decided', subject: group.id, to: verdict, reason: rule, difference });
    return this.revocations.record(
      tx,
      reporters.map((user) => ({ standingOf: user })),
    );
  }

  private async watched(group: DeskGroup): Promise<ReportGroup> {
    return { ...group, viewers: group.topic === undefined ? 0 : await this.viewers.count(group.topic) };
  }
}
