import { describe, expect, test } from 'vitest';
import { type Grid, isRefused, portionsOf, type Row, type Rows, rowsOf } from './rows.rules.js';

const grid = (cells: string[][], formulas: string[] = []): Grid => ({ cells, formulas: new Set(formulas) });
const read = (cells: string[][], formulas?: string[]): Rows => {
  const rows = rowsOf(grid(cells, formulas), 2023);
  if (typeof rows === 'string') throw new Error(rows);
  return rows;
};
const told = ({ rows }: Rows) =>
  rows.map(({ row, problems }) => [row, ...problems.map(({ column, code }) => `${column} ${code}`)] as const);

describe('the rows of a sheet', () => {
  test('stand below the heads, under whatever title, with the numbers that the spreadsheet shows', () => {
    const found = read([
      ['2023年全国科普日重点活动安排表'],
      ['编号', '活动名称', '联系人', '活动时间'],
      ['例', '走进地震台', '', '9月中下旬'],
      ['', '', '', ''],
      ['A-1', '看云', '某人', '9—11月'],
    ]);
    expect(found).toEqual({
      rows: [{ row: 5, cells: { id: 'A-1', title: '看云', time: '9—11月' }, problems: [] }],
      unknownHeads: ['联系人'],
    });
  });
  test.each([
    ['no-head', [['编号', '时间']]],
    [
      'no-rows',
      [
        ['编号', '活动名称'],
        ['例', '走进地震台'],
      ],
    ],
    ['too-many', [['编号', '活动名称'], ...Array.from({ length: 10_001 }, (_, at) => [`${at}`, '看云'])]],
  ])('are not there: %s', (why, cells) => expect(rowsOf(grid(cells), 2023)).toBe(why));
  test('are refused where a number stands twice, is missing, or a cell is a formula', () => {
    const found = read(
      [
        ['编号', '活动名称', '参与规模'],
        ['A', '一', '10'],
        ['A', '二', '20'],
        ['', '三', ''],
        ['B', '四', '30'],
      ],
      ['4:2'],
    );
    expect(told(found)).toEqual([
      [2, 'id cell.twice'],
      [3, 'id cell.twice'],
      [4, 'id cell.missing'],
      [5, 'audience cell.formula'],
    ]);
    expect(found.rows.every(isRefused)).toBe(true);
  });
});

describe('portions', () => {
  const rowOf = (title: string): Pick<Row, 'cells'> => ({ cells: { title } });
  test('have at most fifty rows', () =>
    expect(portionsOf(Array.from({ length: 120 }, () => rowOf('看云'))).map(({ length }) => length)).toEqual([50, 50, 20]));
  test('are small enough for one request, and lose no row that is large', () => {
    const portions = portionsOf(Array.from({ length: 9 }, () => rowOf('云'.repeat(4_000))));
    expect(portions.map(({ length }) => length)).toEqual([2, 2, 2, 2, 1]);
    expect(portionsOf([rowOf('云'.repeat(20_000))])).toHaveLength(1);
  });
});
