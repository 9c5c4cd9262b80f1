import { Injectable } from '@nestjs/common';
import type { ActivityForm, BeginFiling, Filing, FilingPage, SaveFiling } from '@yunhui/contracts';
import { blankForm, copyOfForm, isEditable } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { readTime, writtenTime } from '../../../platform/cursor.js';
import { Database } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { CampaignsService } from '../../campaigns/index.js';
import { FilingPlaces } from '../filing-places.js';
import { FilingViews } from '../filing-views.js';
import { FilingsRepository } from '../filings.repository.js';
import { FilingCovers } from './filing-covers.js';
import { OwnFilings } from './own-filings.js';

const pageSize = 50;

/** Writing what a unit registers, before it is handed in and after it came back. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly filings: FilingsRepository,
    private readonly own: OwnFilings,
    private readonly places: FilingPlaces,
    private readonly views: FilingViews,
    private readonly covers: FilingCovers,
    private readonly campaigns: CampaignsService,
    private readonly clock: Clock,
  ) {}

  /** A new draft for one of one's units: empty, as given, or what an older filing was. */
  async begin(viewer: Viewer, { organization, campaign, form, copyOf }: BeginFiling): Promise<Filing> {
    const user = await this.own.requireFiler(viewer, organization);
    await this.campaigns.bySlug(campaign);
    const { home, ladder, unit } = await this.places.of(organization);
    const older = copyOf === undefined ? undefined : (await this.own.require(viewer, copyOf)).row.form;
    const { cover: _, ...given } = form ?? emptyFormOf(unit.name); // a cover is brought for a filing that is there
    const begun = older ? copyOfForm(older) : given;
    const at = this.clock.date();
    const draft = { id: uuid(), organization, campaign, home, ladder, form: begun, filedBy: user.id, createdAt: at, updatedAt: at };
    return this.views.whole(await this.database.transaction((tx) => this.filings.add(tx, { ...draft, state: 'draft' })));
  }

  /** What one's units file, the last touched first. */
  async list(viewer: Viewer, cursor: string | undefined): Promise<FilingPage> {
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.filings.ofUnits(await this.own.readableTo(viewer), after, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    const items = await this.views.cards(rows.slice(0, pageSize));
    return { items, ...(last && { next: writtenTime({ at: last.updatedAt.toISOString(), id: last.id }) }) };
  }

  async read(viewer: Viewer, id: string): Promise<Filing> {
    return this.views.whole((await this.own.require(viewer, id)).row);
  }

  /** Keeps the form as it is now; a tab that read an older one is answered by what is kept. */
  async save(viewer: Viewer, id: string, { version, form }: SaveFiling): Promise<Filing> {
    const { row, user } = await this.own.requireAt(viewer, id, version);
    if (!isEditable(row.state)) throw new HubError('filing.refused');
    const saved = await this.database.transaction(async (tx) => {
      const changed = await this.filings.save(tx, row, form, this.clock.date());
      if (changed && form.cover !== row.form.cover) await this.covers.show(tx, user, id, form);
      return changed;
    });
    if (!saved) throw await this.own.changed(id);
    return this.views.whole(saved);
  }
}

/** The unit that files hosts, until somebody writes something else. */
export const emptyFormOf = (unit: string): ActivityForm => ({ ...blankForm, hosts: [{ name: unit }] });
