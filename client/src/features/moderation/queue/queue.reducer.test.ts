import type { QueueItem } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { emptyQueue, openRowFrom, queueAfter } from './queue.reducer.js';
import type { QueueEvent, QueueState } from './queue.types.js';

const now = Date.parse('2026-11-22T06:32:00Z');
const me = 'me';
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();

const anItem = (id: string, level: number, changes: Partial<QueueItem> = {}): QueueItem => ({
  id,
  version: 1,
  topic: 'room:deep-space',
  scope: 'cn',
  kind: 'chat',
  text: id,
  findings: [],
  why: 'review-first',
  level: level as QueueItem['level'],
  risk: level >= 3 ? 'high' : level > 0 ? 'medium' : 'low',
  sentAt: ago(30),
  dueAt: ago(-570),
  author: { id: 'author', name: '山城脚夫', kind: 'guest', since: ago(300), trust: 0 },
  viewers: 9,
  score: { level: level * 100, viewers: 20, age: 20, total: level * 100 + 40 },
  state: 'held',
  ...changes,
});
const decided = (item: QueueItem, by: string): QueueItem => ({
  ...item,
  version: item.version + 1,
  state: 'passed',
  decided: { by: { id: by, name: by }, verdict: 'passed', at: ago(0), undoUntil: ago(-30) },
});

const after = (events: readonly QueueEvent[], from: QueueState = emptyQueue): QueueState => events.reduce(queueAfter, from);
const list = (...items: QueueItem[]): QueueEvent => ({ type: 'listed', items, next: undefined, now });
const read = (...items: QueueItem[]): QueueEvent => ({ type: 'read', items, now, me });
const [high, medium, low] = [anItem('high', 3), anItem('medium', 1), anItem('low', 0)];

describe('the queue', () => {
  test('begins with the most urgent on top, and oneself on it', () => {
    expect(after([list(low, high, medium)])).toMatchObject({ rows: ['high', 'medium', 'low'], focus: 'high' });
  });

  test('of two as urgent shows the one that has waited longer first', () => {
    const [older, newer] = [anItem('older', 1, { sentAt: ago(60) }), anItem('newer', 1)];
    expect(after([list(newer, older)]).rows).toEqual(['older', 'newer']);
  });
});

describe('what is new', () => {
  test('and more urgent waits behind the chip: no row moves', () => {
    const state = after([list(medium, low), read(high)]);
    expect(state).toMatchObject({ rows: ['medium', 'low'], waiting: ['high'], focus: 'medium' });
  });

  test('and less urgent than the last row comes below it', () => {
    expect(after([list(high, medium), read(low)])).toMatchObject({ rows: ['high', 'medium', 'low'], waiting: [] });
  });

  test('comes in order when it is asked for', () => {
    const state = after([list(medium, low), read(high), { type: 'taken', now, me }]);
    expect(state).toMatchObject({ rows: ['high', 'medium', 'low'], waiting: [], focus: 'high' });
  });

  test('is taken at once when nothing is left to do', () => {
    const state = after([list(medium), read(decided(medium, 'colleague'), high)]);
    expect(state).toMatchObject({ rows: ['high'], focus: 'high' });
  });

  test('and decided by a colleague before one has seen it is never shown', () => {
    expect(after([list(low), read(high), read(decided(high, 'colleague'))]).waiting).toEqual([]);
  });
});

describe('a verdict', () => {
  const ask: QueueEvent = { type: 'asked', ids: ['high'], verdict: 'passed', me };

  test('is shown at once in its row, and one goes on to the next', () => {
    const state = after([list(high, medium), ask]);
    expect(state.rows).toEqual(['high', 'medium']);
    expect([state.asked.get('high'), state.focus]).toEqual([{ verdict: 'passed', unheard: false }, 'medium']);
  });

  test('that the hub has not heard of says so until it is answered', () => {
    const away = after([list(high, medium), ask, { type: 'unheard', id: 'high' }]);
    expect(away.asked.get('high')).toEqual({ verdict: 'passed', unheard: true });
    expect(after([{ type: 'answered', ids: ['high'], items: [decided(high, me)] }], away).asked.size).toBe(0);
  });

  test('goes on to what no colleague has', () => {
    const claimed = { ...medium, claim: { by: { id: 'colleague', name: '小周' }, until: ago(-20) } };
    expect(after([list(high, claimed, low), ask]).focus).toBe('low');
  });

  test('that did not come about leaves the row as it was', () => {
    const state = after([list(high, medium), ask, { type: 'answered', ids: ['high'], items: [] }]);
    expect([state.asked.size, state.items.get('high')?.state]).toEqual([0, 'held']);
  });

  test('that a colleague was faster with is the colleague’s', () => {
    const state = after([list(high, medium), ask, { type: 'answered', ids: ['high'], items: [decided(high, 'colleague')] }]);
    expect(state.items.get('high')?.decided?.by?.id).toBe('colleague');
  });

  test('of one’s own stays until it can no longer be taken back, others leave with the next order', () => {
    const own = after([list(high, medium, low), ask, { type: 'answered', ids: ['high'], items: [decided(high, me)] }]);
    const both = queueAfter(own, read(decided(medium, 'colleague')));
    expect(queueAfter(both, { type: 'taken', now, me }).rows).toEqual(['low', 'high']);
    expect(queueAfter(both, { type: 'taken', now: now + 31_000, me }).rows).toEqual(['low']);
  });
});

describe('the last one, decided by a colleague,', () => {
  const lost: QueueEvent = { type: 'answered', ids: ['high'], items: [decided(high, 'colleague')] };
  const second = after([list(high), { type: 'asked', ids: ['high'], verdict: 'passed', me }, lost]);

  test('stays long enough to be read, whatever is read again meanwhile', () => {
    expect(queueAfter(second, read(decided(high, 'colleague'))).rows).toEqual(['high']);
  });

  test('and leaves with the first reading after that', () => {
    expect(queueAfter(second, { type: 'read', items: [], now: now + 10_000, me }).rows).toEqual([]);
  });

  test('leaves at once when nobody decided it in time, or the clocks are far apart', () => {
    const ranOut: QueueItem = { ...high, version: 2, state: 'expired', decided: { verdict: 'expired', at: ago(0) } };
    expect(after([list(high), read(ranOut)]).rows).toEqual([]);
    expect(queueAfter(second, { type: 'read', items: [], now: now - 660_000, me }).rows).toEqual([]);
  });
});

describe('what is told late', () => {
  test('never takes the place of what is newer', () => {
    const state = after([list(high), read(decided(high, me)), read(high)]);
    expect(state.items.get('high')?.state).toBe('passed');
  });

  test('and is gone leaves, and one stands on another row', () => {
    expect(after([list(high, low), { type: 'gone', ids: ['high'] }])).toMatchObject({ rows: ['low'], focus: 'low' });
  });
});

describe('a list that goes on', () => {
  const first: QueueEvent = { type: 'listed', items: [high, medium], next: 'more', now };

  test('is continued below, nothing twice', () => {
    const state = after([first, { type: 'more', items: [medium, low], next: undefined }]);
    expect(state.rows).toEqual(['high', 'medium', 'low']);
  });

  test('does not show what belongs on a later page', () => {
    const state = after([first, read(low)]);
    expect([state.rows, state.items.has('low')]).toEqual([['high', 'medium'], false]);
  });
});

test('one walks over what is still to decide, both ways', () => {
  const state = after([list(high, medium, low), read(decided(medium, 'colleague'))]);
  expect(openRowFrom(state, 'high', 1)).toBe('low');
  expect(openRowFrom(state, 'low', -1)).toBe('high');
  expect(openRowFrom(state, 'low', 1)).toBeUndefined();
});
