import type { CellProblem, SheetCells, SheetColumn } from '@yunhui/contracts';
import { applyCells, blankForm, cellProblem, columnsOf } from '@yunhui/domain';

/** A sheet as it was read: text in cells, and the places `row:column`, from 0, of those that are formulas. */
export type Grid = { cells: readonly (readonly string[])[]; formulas: ReadonlySet<string> };
/** A row to be imported; `row` is the number that the spreadsheet shows beside it. */
export type Row = { row: number; cells: SheetCells; problems: CellProblem[] };
export type Rows = { rows: Row[]; unknownHeads: string[] };
export type WhyNoRows = 'no-head' | 'no-rows' | 'too-many';

/** A title may stand above the heads. */
const headsWithin = 10;
export const mostRows = 10_000;
/** The template's own row, which nobody means. */
const exampleNumber = '例';

/** Finds the heads and reads the rows below them; what is wrong in a cell is known before anything is sent. */
export function rowsOf({ cells, formulas }: Grid, year: number): Rows | WhyNoRows {
  const head = cells.slice(0, headsWithin).findIndex((heads) => columnsOf(heads).includes('title'));
  const heads = cells[head];
  if (!heads) return 'no-head';
  const columns = columnsOf(heads);
  const rows = cells.slice(head + 1).flatMap((texts, below): Row[] => {
    const at = head + 1 + below;
    if (texts.every((text) => text.trim() === '')) return [];
    const own = cellsIn(texts, columns);
    if (own.id === exampleNumber) return [];
    const formulasOf = columns.flatMap((column, place) => (column !== undefined && formulas.has(`${at}:${place}`) ? column : []));
    // What a formula comes to is not what was written: nothing else is said of it.
    const others = problemsIn(own, year).filter(({ column }) => !formulasOf.includes(column));
    return [{ row: at + 1, cells: own, problems: [...formulasOf.map((column) => cellProblem(column, 'cell.formula')), ...others] }];
  });
  if (rows.length === 0) return 'no-rows';
  if (rows.length > mostRows) return 'too-many';
  markTwins(rows);
  return { rows, unknownHeads: heads.filter((text, at) => text.trim() !== '' && columns[at] === undefined) };
}

function cellsIn(texts: readonly string[], columns: readonly (SheetColumn | undefined)[]): SheetCells {
  return Object.fromEntries(columns.flatMap((column, at) => (column === undefined ? [] : [[column, (texts[at] ?? '').trim()]])));
}

function problemsIn(cells: SheetCells, year: number): CellProblem[] {
  const { problems } = applyCells(blankForm, cells, { year, newId: () => '' });
  return cells.id ? problems : [cellProblem('id', 'cell.missing'), ...problems];
}

/** A number names one activity, wherever in the sheet it stands. */
function markTwins(rows: readonly Row[]): void {
  const counts = new Map<string, number>();
  for (const { cells } of rows) if (cells.id) counts.set(cells.id, (counts.get(cells.id) ?? 0) + 1);
  for (const { cells, problems } of rows)
    if (cells.id && (counts.get(cells.id) ?? 0) > 1) problems.unshift(cellProblem('id', 'cell.twice', { text: cells.id }));
}

/** Whether nothing of a row can be kept as it is. */
export const isRefused = ({ problems }: { problems: readonly CellProblem[] }): boolean =>
  problems.some(({ severity }) => severity === 'hard');

const mostAtOnce = 50;
/** Half of what the hub takes in one request: the rest is quotes. */
const mostBytes = 32_000;

/** Rows in the portions in which they are sent. */
export function portionsOf<One extends Pick<Row, 'cells'>>(rows: readonly One[]): One[][] {
  const portions: One[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(row.cells)).length;
    const last = portions.at(-1);
    if (last && last.length < mostAtOnce && bytes + size <= mostBytes) {
      last.push(row);
      bytes += size;
    } else {
      portions.push([row]);
      bytes = size;
    }
  }
  return portions;
}
