import { Injectable } from '@nestjs/common';
import type { ActivityForm, AskChange, Filing, WantedChange } from '@yunhui/contracts';
import { advance, differenceOf, formAfter, isOnProgramme } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { OwnFilings } from '../filing/own-filings.js';
import { FilingFindingsService } from '../filing-findings.service.js';
import { FilingViews } from '../filing-views.js';
import type { FilingRow } from '../filings.repository.js';
import { ProgrammeService } from '../publication/programme.service.js';
import { programmeEventOf } from '../publication/programme.rules.js';
import { CameSecond, type Step, TransitionsService } from '../transitions.service.js';
import { ChangesRepository } from './changes.repository.js';

/** What a host asks for once an activity is on the programme: it climbs the ladder as the filing did, and nothing is another until it is granted. */
@Injectable()
export class ChangeRequestsService {
  constructor(
    private readonly own: OwnFilings,
    private readonly changes: ChangesRepository,
    private readonly findings: FilingFindingsService,
    private readonly programme: ProgrammeService,
    private readonly transitions: TransitionsService,
    private readonly views: FilingViews,
    private readonly clock: Clock,
  ) {}

  /** Asks, one thing at a time. What would be refused of a filing is refused here too. */
  async ask(viewer: Viewer, id: string, { version, reason, change }: AskChange): Promise<Filing> {
    const { row, user } = await this.own.requireAt(viewer, id, version);
    await this.own.requireVerified(viewer, row.organization);
    const event = programmeEventOf(row.state, change);
    const verdict = event && advance(row, event, { by: 'reviewer', levels: row.ladder.length });
    if (!isOnProgramme(row.state) || !verdict?.allowed) throw new HubError('filing.refused');
    if ((await this.changes.waitingFor([id])).has(id)) throw new HubError('change.waiting');
    const form = await this.formFor(row, change);
    await this.programme.changing(row, { change, after: form, reason }); // what nothing would become of is refused now
    const asked = { id: uuid(), filing: id, kind: change.kind, wanted: change, form, before: row.form, reason };
    const at = this.clock.date();
    return this.stepped(row, { event: 'ask', by: { user, as: 'host' }, reason, keep: { changeLevel: 0 } }, (tx) =>
      this.changes.add(tx, { ...asked, byId: user.id, byName: user.name, at }),
    );
  }

  /** Takes it back, until it is on the programme. */
  async recall(viewer: Viewer, id: string, version: number): Promise<Filing> {
    const { row, user } = await this.own.requireAt(viewer, id, version);
    await this.own.requireVerified(viewer, row.organization);
    const asked = (await this.changes.waitingFor([id])).get(id);
    if (!asked) throw new HubError('filing.refused');
    const settledAt = this.clock.date();
    return this.stepped(row, { event: 'recall', by: { user, as: 'host' }, keep: { changeLevel: null } }, (tx) =>
      this.changes.settle(tx, asked.id, { state: 'recalled', settledAt }),
    );
  }

  private async formFor(row: FilingRow, change: WantedChange): Promise<ActivityForm> {
    const form = formAfter(row.form, change, this.clock.now());
    if (!form) throw new HubError('session.unknown', { field: 'change.session' });
    if (change.kind !== 'edit' && change.kind !== 'move') return form;
    const fields = differenceOf(row.form, form).map(({ field }) => field);
    if (fields.length === 0) throw new HubError('request.malformed', { field: 'change' });
    const fixed = fields.find((field) => field === 'hosts' || field === 'cover');
    if (fixed) throw new HubError('request.malformed', { field: `change.form.${fixed}` });
    const findings = await this.findings.ofChange(row, form);
    if (findings.items.some(({ severity }) => severity === 'hard')) throw new HubError('filing.unfit', { beside: { findings } });
    return form;
  }

  private async stepped(row: FilingRow, step: Step, also: (tx: Transaction) => Promise<void>): Promise<Filing> {
    try {
      return await this.views.whole(await this.transitions.take(row, step, also));
    } catch (error) {
      throw error instanceof CameSecond ? await this.own.changed(row.id) : error;
    }
  }
}
