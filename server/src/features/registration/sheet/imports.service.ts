import { Injectable } from '@nestjs/common';
import type { ActivityForm, CellProblem, ImportedFilings, ImportedRow, ImportFilings } from '@yunhui/contracts';
import { applyCells, cellProblem, differenceOf, isEditable, shanghaiDayOf } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { CampaignsService } from '../../campaigns/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import { FilingPlaces } from '../filing-places.js';
import { emptyFormOf } from '../filing/drafts.service.js';
import { OwnFilings } from '../filing/own-filings.js';
import { type FilingRow, FilingsRepository, type NewFiling } from '../filings.repository.js';

type SentRow = ImportFilings['rows'][number];
/** What a row is to become: a new draft, another form of an old one, or nothing. */
type Planned = ImportedRow & { draft?: NewFiling; change?: { row: FilingRow; form: ActivityForm } };

/** Rows of a sheet as drafts of a unit. A row whose number was imported before is that activity: sent twice, it is kept once. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly filings: FilingsRepository,
    private readonly own: OwnFilings,
    private readonly places: FilingPlaces,
    private readonly campaigns: CampaignsService,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** Keeps what has no hard problem, in one transaction, and answers each row by what came of it; of a dry run by what would. */
  async import(viewer: Viewer, { organization, campaign, dryRun, rows }: ImportFilings): Promise<ImportedFilings> {
    const user = await this.own.requireVerified(viewer, organization);
    const { windows } = await this.campaigns.bySlug(campaign);
    const { home, ladder, unit } = await this.places.of(organization);
    const at = this.clock.date();
    const year = Number((windows[0]?.from ?? shanghaiDayOf(at.getTime())).slice(0, 4));
    const known = await this.filings.byExternalIds(organization, campaign, numbersOf(rows));
    const begun = { organization, campaign, home, ladder, filedBy: user.id, createdAt: at, updatedAt: at, state: 'draft' } as const;

    const context = { year, newId: uuid };
    const blank = emptyFormOf(unit.name);
    const planned = rows.map((sent) => {
      const plan = planOf(sent, { rows, before: known.get(numberOf(sent)), blank, context });
      return plan.form ? { ...plan, draft: { ...begun, id: uuid(), externalId: numberOf(sent), form: plan.form } } : plan;
    });
    await this.findNames(planned);
    return { rows: (dryRun ? planned : await this.keep(planned, at)).map(told) };
  }

  /** A name that is not the one on the seal is told now, and by the draft's own findings again. */
  private async findNames(planned: readonly Planned[]): Promise<void> {
    const forms = planned.flatMap(({ draft, change }) => draft?.form ?? change?.form ?? []);
    const match = await this.organizations.matchNames(
      forms.flatMap((form) => parties.flatMap((party) => form[party].map(({ name }) => name))),
    );
    for (const { draft, change, problems } of planned) {
      const form = draft?.form ?? change?.form;
      if (!form) continue;
      for (const party of parties)
        for (const { name } of form[party]) {
          const unit = match(name);
          if (!unit) problems.push(cellProblem(party, 'cell.unknown-unit', { text: name }));
          else if (unit.fullName !== name) problems.push(cellProblem(party, 'cell.alias', { text: name, instead: unit.fullName }));
        }
    }
  }

  private async keep(planned: readonly Planned[], at: Date): Promise<Planned[]> {
    const kept = await this.database.transaction(async (tx) => {
      const added = await this.filings.addImported(
        tx,
        planned.flatMap(({ draft }) => draft ?? []),
      );
      const saved: FilingRow[] = [];
      for (const { change } of planned) {
        const row = change && (await this.filings.save(tx, change.row, change.form, at));
        if (row) saved.push(row);
      }
      return new Set([...added, ...saved].map(({ id }) => id));
    });
    // Who came second, of two imports or beside an open form, sends the row again and is answered by what there is then.
    return planned.map((plan) => {
      const id = plan.draft?.id ?? plan.change?.row.id;
      if (id === undefined || kept.has(id)) return plan;
      return { row: plan.row, outcome: 'refused', problems: [cellProblem('id', 'cell.changed-meanwhile')] };
    });
  }
}

const parties = ['hosts', 'undertakers', 'coOrganizers'] as const;
const numberOf = ({ cells }: SentRow): string => cells.id?.trim() ?? '';
const numbersOf = (rows: readonly SentRow[]): string[] => [...new Set(rows.map(numberOf))];
const mostOfNumber = 64;

type Around = { rows: readonly SentRow[]; before: FilingRow | undefined; blank: ActivityForm; context: Parameters<typeof applyCells>[2] };

/** What a row asks for. `form`: that of a new draft. */
function planOf(sent: SentRow, { rows, before, blank, context }: Around): Planned & { form?: ActivityForm } {
  const { row } = sent;
  const { form, problems } = applyCells(before?.form ?? blank, sent.cells, context);
  const all = [...numberProblems(sent, rows), ...problems];
  if (all.some(({ severity }) => severity === 'hard')) return { row, outcome: 'refused', problems: all };
  if (!before) return { row, outcome: 'new', problems: all, form };
  const isSame = differenceOf(before.form, form).length === 0;
  if (isSame) return { row, outcome: 'same', filing: before.id, problems: all };
  if (!isEditable(before.state))
    return { row, outcome: 'refused', filing: before.id, problems: [...all, cellProblem('id', 'cell.locked')] };
  return { row, outcome: 'changed', filing: before.id, problems: all, change: { row: before, form } };
}

function numberProblems(sent: SentRow, rows: readonly SentRow[]): CellProblem[] {
  const number = numberOf(sent);
  if (!number) return [cellProblem('id', 'cell.missing')];
  if (number.length > mostOfNumber) return [cellProblem('id', 'cell.too-long', { most: mostOfNumber })];
  const isTwice = rows.some((other) => other !== sent && numberOf(other) === number);
  return isTwice ? [cellProblem('id', 'cell.twice', { text: number })] : [];
}

function told({ row, outcome, filing, problems, draft }: Planned): ImportedRow {
  const id = filing ?? (outcome === 'new' ? draft?.id : undefined);
  return { row, outcome, ...(id !== undefined && { filing: id }), problems };
}
