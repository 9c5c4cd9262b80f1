import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AppealItem, type AppealPage, HouseRule, type HearAppeal } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import { RegionTree, Revocations, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { asSpeaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { EntryLog } from '../../../platform/realtime/index.js';
import { readTime, writtenTime } from '../../../platform/cursor.js';
import { HoldNotes } from '../queue/verdicts/hold-notes.js';
import { QueueHints } from '../queue-hints.js';
import { LiftingService } from '../sanctions/lifting.service.js';
import { Scopes } from '../scopes.js';
import { OutcomesRepository } from '../standing/outcomes.repository.js';
import { type AppealRow, AppealsRepository } from './appeals.repository.js';

const pageSize = 50;
type Heard = HearAppeal & { by: string; at: Date };

/** Appeals are heard by another moderator than the one who decided, with a reason that the person reads. */
@Injectable()
export class AppealDeskService {
  constructor(
    private readonly appeals: AppealsRepository,
    private readonly lifting: LiftingService,
    private readonly outcomes: OutcomesRepository,
    private readonly log: EntryLog,
    private readonly hints: QueueHints,
    private readonly holds: HoldNotes,
    private readonly scopes: Scopes,
    private readonly revocations: Revocations,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, asked: { scope?: string; state?: AppealRow['state']; cursor?: string }): Promise<AppealPage> {
    const { user } = asSpeaker(viewer);
    const regions = this.scopes.ofPeople(viewer, asked.scope);
    const after = asked.cursor === undefined ? undefined : readTime(asked.cursor);
    const [rows, open] = await Promise.all([
      this.appeals.list({ regions, state: asked.state ?? 'open', after, limit: pageSize + 1 }),
      this.appeals.countOpen(regions),
    ]);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return { items: rows.slice(0, pageSize).map((row) => toItem(row, user.id)), open, ...(last && { next: writtenTime(last) }) };
  }

  async hear(viewer: Viewer, id: string, wanted: HearAppeal): Promise<AppealItem> {
    const row = await this.known(id);
    const actor = whoMay(viewer, { action: 'hear', on: 'Person', region: row.region }, this.regions.pathOf);
    if (row.decidedBy?.id === actor.id || row.person.id === actor.id) throw new HubError('appeal.yours');
    const number = await this.log.decide(async (tx, append) => {
      const heard = { ...wanted, by: actor.id, at: this.clock.date() };
      await this.record(tx, row, heard);
      const published = wanted.verdict === 'overturned' ? await this.overturn(tx, row, heard) : undefined;
      const recorded = await this.revocations.record(tx, { standingOf: row.person.id });
      if (published) await append([{ ...published, priority: true }]);
      return recorded;
    });
    await this.revocations.announce(number);
    this.hints.tellOf(row.region, 'appeal.settled', { id, risk: 'medium' });
    if (wanted.verdict === 'overturned' && row.what === 'rejected') await this.holds.settled(row.target);
    return toItem(await this.known(id), actor.id);
  }

  private async record(tx: Transaction, row: AppealRow, { version, verdict, reason, by, at }: Heard): Promise<void> {
    const done = await this.appeals.hear(tx, { id: row.id, version, state: verdict, by, at, reason });
    if (!done) throw new HubError('appeal.changed');
    const rule = HouseRule.safeParse(row.rule).data;
    await this.outcomes.add(tx, [{ id: randomUUID(), user: row.person.id, kind: 'appeal', result: verdict, rule, reason, at }]);
    const difference = { appeal: row.id, of: row.target, what: row.what };
    await this.audit.record(tx, { who: by, act: 'appeal.heard', subject: row.person.id, from: 'open', to: verdict, reason, difference });
  }

  /** What was decided is undone, as far as it can be; answers a message that is to be published after all. */
  private async overturn(tx: Transaction, { kind, target }: AppealRow, { by, at, reason }: Heard) {
    if (kind === 'sanction') {
      await this.lifting.overturn(tx, target, { by, at, reason });
      return undefined;
    }
    await this.appeals.clear(tx, target, at);
    return this.appeals.reopen(tx, target);
  }

  private async known(id: string): Promise<AppealRow> {
    const row = await this.appeals.byId(id);
    if (!row) throw new HubError('appeal.unknown');
    return row;
  }
}

function toItem(row: AppealRow, asker: string): AppealItem {
  const { kind, target, topic, rule, decidedBy, decidedAt, at, heardBy, heardAt, reason, ...rest } = row;
  return {
    ...rest,
    of: { kind, id: target },
    at: new Date(at).toISOString(),
    decidedAt: new Date(decidedAt).toISOString(),
    yours: decidedBy?.id === asker || row.person.id === asker,
    ...(topic !== null && { topic }),
    ...(rule !== null && { rule }),
    ...(decidedBy && { decidedBy }),
    ...(heardBy && heardAt !== null && { heard: { by: heardBy, at: new Date(heardAt).toISOString(), reason: reason ?? '' } }),
  };
}
