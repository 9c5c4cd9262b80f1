import { z } from 'zod';
import { Slug } from './ids.js';

/** A column of the sheet of activities, 重点活动安排表. `id`: the sender’s own number of the activity, by which a second import knows it again. */
export const sheetColumns = [
  'id',
  'title',
  'time',
  'place',
  'mode',
  'block',
  'forms',
  'domains',
  'tags',
  'hosts',
  'undertakers',
  'coOrganizers',
  'summary',
  'audience',
  'riskPlan',
  'session',
  'sessionTime',
  'address',
] as const;
export const SheetColumn = z.enum(sheetColumns);
export type SheetColumn = z.infer<typeof SheetColumn>;

/** What stands in a row, as text; a cell that is empty may be left out. */
export const SheetCells = z.partialRecord(SheetColumn, z.string().max(8_000));
export type SheetCells = z.infer<typeof SheetCells>;

/** `POST /api/v1/filings/imports`: so many rows at a time. With `dryRun` nothing is kept, and the answer is what would be. */
export const ImportFilings = z.object({
  organization: Slug,
  campaign: Slug,
  dryRun: z.boolean(),
  rows: z
    .array(z.object({ row: z.int().min(1), cells: SheetCells }))
    .min(1)
    .max(50),
});
export type ImportFilings = z.infer<typeof ImportFilings>;

const InBoth = z.object({ zh: z.string(), en: z.string() });

/** What is wrong in a cell. With one that is `hard` the row is left out; of a `soft` one the draft is kept, and says it again. */
export const CellProblem = z.object({
  column: SheetColumn,
  /** `cell.reason`; the list grows. */
  code: z.string(),
  severity: z.enum(['hard', 'soft']),
  says: InBoth,
});
export type CellProblem = z.infer<typeof CellProblem>;

/** `same`: imported before, and nothing has changed since. `refused`: nothing of it is kept. */
export const ImportOutcome = z.enum(['new', 'changed', 'same', 'refused']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportedRow = z.object({ row: z.int(), outcome: ImportOutcome, filing: z.uuid().optional(), problems: z.array(CellProblem) });
export type ImportedRow = z.infer<typeof ImportedRow>;

export const ImportedFilings = z.object({ rows: z.array(ImportedRow) });
export type ImportedFilings = z.infer<typeof ImportedFilings>;

/** `GET /api/v1/filings/exports`: what a unit files for a campaign, in the order it was begun, as rows that can be imported again. */
export const ExportedFilings = z.object({ rows: z.array(SheetCells), next: z.string().optional() });
export type ExportedFilings = z.infer<typeof ExportedFilings>;
