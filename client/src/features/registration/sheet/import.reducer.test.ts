import { cellProblem } from '@yunhui/domain';
import { describe, expect, test } from 'vitest';
import { choosing, countsOf, type ImportEvent, type ImportState, type KnownRow, nextImport, rowsFor } from './import.reducer.js';

const row = (at: number, changes: Partial<KnownRow> = {}): KnownRow => ({
  row: at,
  cells: { id: `A-${at}`, title: '看云' },
  problems: [],
  ...changes,
});
const wrong = row(4, { problems: [cellProblem('time', 'cell.unreadable-time', { text: '金秋' })] });
const rows = [row(2), row(3), wrong];
const begun: ImportEvent = { type: 'begun', during: 'asking', rows, unknownHeads: [], total: 2 };
const run = (...events: ImportEvent[]): ImportState => events.reduce(nextImport, choosing);

describe('an import', () => {
  test('asks of what is not wrong already, and keeps what is new or has changed', () => {
    expect(rowsFor('asking', rows).map((each) => each.row)).toEqual([2, 3]);
    expect(rowsFor('keeping', [row(2, { outcome: 'new' }), row(3, { outcome: 'same' }), wrong]).map((each) => each.row)).toEqual([2]);
  });
  test('counts each row by what the hub said of it', () => {
    const answered = run(begun, { type: 'answered', rows: [{ row: 2, outcome: 'new', problems: [] }] });
    expect(answered).toMatchObject({ phase: 'asking', done: 1, total: 2 });
    const over = nextImport(nextImport(answered, { type: 'answered', rows: [{ row: 3, outcome: 'same', problems: [] }] }), {
      type: 'over',
    });
    expect(over.phase).toBe('looking');
    expect('rows' in over && countsOf(over.rows)).toEqual({ new: 1, changed: 0, same: 1, refused: 1 });
  });
  test('that stopped knows what is left', () => {
    const stopped = run(begun, { type: 'answered', rows: [{ row: 2, outcome: 'new', problems: [] }] }, { type: 'failed', error: 'gone' });
    expect(stopped).toMatchObject({ phase: 'stopped', during: 'asking', error: 'gone' });
    expect('rows' in stopped && rowsFor('asking', stopped.rows).map((each) => each.row)).toEqual([3]);
  });
  test('that stopped while it was kept sends on what was not', () => {
    const looked = [row(2, { outcome: 'new' }), row(3, { outcome: 'changed' })];
    const stopped = run(
      { type: 'begun', during: 'keeping', rows: looked, unknownHeads: [], total: 2 },
      { type: 'answered', rows: [{ row: 2, outcome: 'new', problems: [] }] },
      { type: 'failed', error: 'gone' },
    );
    expect('rows' in stopped && rowsFor('keeping', stopped.rows).map((each) => each.row)).toEqual([3]);
  });
  test('hears nothing of an answer that comes after it was left', () =>
    expect(run(begun, { type: 'again' }, { type: 'answered', rows: [] }, { type: 'over' })).toEqual(choosing));
});
