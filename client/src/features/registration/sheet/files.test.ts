import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvFile, exampleRow, linesOf } from './files.js';
import { readSheetFile } from './read-file.js';
import { rowsOf } from './rows.rules.js';
import { workbookFile } from './workbook.js';

const hostile = { id: 'A-1', title: '=HYPERLINK("http://example.org")', summary: '一行\n"两行", 三', audience: '-5', place: '🧬 @南宁' };
const read = async (file: Blob) => rowsOf(await readSheetFile(file), 2023);
const bytes = (...parts: (number | string)[]) => new Blob(parts.map((part) => (typeof part === 'number' ? new Uint8Array([part]) : part)));

describe('a sheet that was written', () => {
  test.each([
    ['csv', (lines: string[][]) => Promise.resolve(csvFile(lines))],
    ['xlsx', workbookFile],
  ])('as %s is read as it was, whatever stands in it', async (_, file) => {
    const found = await read(await file(linesOf([exampleRow, hostile])));
    expect(found).toMatchObject({ rows: [{ row: 3, cells: hostile, problems: [] }], unknownHeads: [] });
  });
  test('has no cell that a spreadsheet would take for a formula', async () => {
    expect(await csvFile(linesOf([hostile])).text()).not.toMatch(/(^|,|\n)"?[=+\-@]/u);
  });
});

describe('a file', () => {
  test('in the encoding of a Chinese spreadsheet is read', async () => {
    // 编号,活动名称 / A,看云 in GB18030
    const gb = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbb, 0xee, 0xb6, 0xaf, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x41, 0x2c, 0xbf, 0xb4, 0xd4, 0xc6];
    expect(await read(bytes(...gb))).toMatchObject({ rows: [{ cells: { id: 'A', title: '看云' } }] });
  });
  test('with a formula names its cell', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
      '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>活动名称</t></is></c></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" t="str"><f>CONCATENATE("看","云")</f><v>看云</v></c></row>' +
      '</sheetData></worksheet>';
    expect(await read(workbookOf(sheet))).toMatchObject({ rows: [{ row: 2, problems: [{ column: 'title', code: 'cell.formula' }] }] });
  });
  test.each([
    ['a picture', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 'IHDR'), 'kind'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'kind'],
    ['an archive of something else', new Blob([zipSync({ 'readme.txt': strToU8('nothing') })]), 'kind'],
    ['a workbook that was cut off', bytes('PK', 3, 4, 'half of it'), 'broken'],
    [
      'what would unpack to more than anybody writes',
      new Blob([zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(81 * 1_024 * 1_024) })]),
      'bomb',
    ],
    ['more than eight megabytes', new Blob([new Uint8Array(8 * 1_024 * 1_024 + 1)]), 'too-large'],
  ])('that is %s is refused', async (_, file, why) => {
    await expect(readSheetFile(file)).rejects.toMatchObject({ why });
  });
});

/** The least that a reader of workbooks asks for. */
function workbookOf(sheet: string): Blob {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return new Blob([
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    }),
  ]);
}
