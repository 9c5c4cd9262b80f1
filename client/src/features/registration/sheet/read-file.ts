import { parse } from 'csv-parse/browser/esm/sync';
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Grid } from './rows.rules.js';

export type WhyUnread = 'too-large' | 'bomb' | 'kind' | 'broken';

/** A file that is no sheet, or none that a tab should open. */
export class UnreadSheet extends Error {
  override readonly name = 'UnreadSheet';

  constructor(readonly why: WhyUnread) {
    super(why);
  }
}

const mb = 1_024 * 1_024;
const mostBytes = 8 * mb;
const mostUnpackedBytes = 80 * mb;
const mostEntries = 2_000;
const zipMark = [0x50, 0x4b];

/** Reads a workbook's first sheet, or a CSV file in UTF-8 or GB18030, by what the file is and not by its name. */
export async function readSheetFile(file: Blob): Promise<Grid> {
  if (file.size > mostBytes) throw new UnreadSheet('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return zipMark.every((byte, at) => bytes[at] === byte) ? workbook(bytes) : csv(bytes);
}

async function workbook(bytes: Uint8Array<ArrayBuffer>): Promise<Grid> {
  const formulas = formulasIn(bytes);
  const cells = await readSheet(bytes.buffer).catch(() => {
    throw new UnreadSheet('broken');
  });
  return { cells: cells.map((row) => row.map(textOf)), formulas };
}

function textOf(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

/** A cell with a date has no zone; its parts are kept in UTC. */
function dateText(date: Date): string {
  const day = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  const clock = date.toISOString().slice(11, 16);
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/**
 * The cells of the first sheet that are formulas: the reader gives what they came to when the file was last saved, which is
 * not what the writer sees. A file that says it would unpack to more than anybody writes is not unpacked.
 */
function formulasIn(bytes: Uint8Array): ReadonlySet<string> {
  const [name, packed] = sheetsIn(bytes)[0] ?? [];
  if (name === undefined || packed === undefined) throw new UnreadSheet('kind');
  const found = strFromU8(packed).matchAll(/<c\b[^>]*\br="([A-Z]+)(\d+)"[^>]*>\s*<f[\s/>]/gu);
  return new Set([...found].map(([, letters = '', row = '']) => `${Number(row) - 1}:${columnAt(letters)}`));
}

function sheetsIn(bytes: Uint8Array): [string, Uint8Array][] {
  let [unpacked, entries] = [0, 0];
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    unpacked += originalSize;
    entries += 1;
    if (unpacked > mostUnpackedBytes || entries > mostEntries) throw new UnreadSheet('bomb');
    return /^xl\/worksheets\/sheet\d*\.xml$/u.test(name);
  };
  try {
    return Object.entries(unzipSync(bytes, { filter })).toSorted(([a], [b]) => (a < b ? -1 : 1));
  } catch (error) {
    throw error instanceof UnreadSheet ? error : new UnreadSheet('broken');
  }
}

const columnAt = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function csv(bytes: Uint8Array): Grid {
  const text = decoded(bytes);
  // No text has such a character; pictures, documents and old workbooks do.
  if (text.includes('\0')) throw new UnreadSheet('kind');
  try {
    const delimiter = [',', '\t', ';'];
    const cells = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false }) as string[][];
    const formulas = cells.flatMap((row, at) => row.flatMap((cell, place) => (cell.startsWith('=') ? `${at}:${place}` : [])));
    return { cells: cells.map((row) => row.map(unquoted)), formulas: new Set(formulas) };
  } catch {
    throw new UnreadSheet('broken');
  }
}

/** Spreadsheets in China save CSV in the system's own encoding. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What was written so that no spreadsheet takes it for a formula. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, '');
