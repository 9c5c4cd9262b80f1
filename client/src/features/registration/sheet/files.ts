import { type SheetCells, sheetColumns } from '@yunhui/contracts';
import { sheetHeads } from '@yunhui/domain';

/** A row that shows how the columns are filled in; its number keeps it from being imported. */
export const exampleRow: SheetCells = Object.fromEntries(sheetColumns.map((column) => [column, sheetHeads[column].example]));

/** Rows under the sheet's heads, as they can be read again. */
export function linesOf(rows: readonly SheetCells[]): string[][] {
  return [sheetColumns.map((column) => sheetHeads[column].zh), ...rows.map((cells) => sheetColumns.map((column) => cells[column] ?? ''))];
}

/** With a mark of its encoding, without which spreadsheets take it for another. */
export function csvFile(lines: readonly (readonly string[])[]): Blob {
  const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** What begins like a formula must not become one where the file is opened. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to whoever asked for it. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // it has been read by then
}
