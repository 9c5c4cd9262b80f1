import { describe, expect, test } from 'vitest';
import { type Drawn, fitting, longer, nothingDrawn, spanOf } from './drawn-rows.rules.js';

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => ({ key: `${from + at}` }));
const shown = (drawn: Drawn, all: readonly { key: string }[]) => {
  const { from, to } = spanOf(drawn, all);
  return all.slice(from, to).map(({ key }) => Number(key));
};
const following = { following: true };
const reading = { following: false };

describe('at the end', () => {
  test('the newest are drawn, however many there are', () => {
    const all = rows(0, 200);
    const seen = shown(fitting(nothingDrawn, all, following), all);
    expect(seen.at(-1)).toBe(199);
    expect(seen.length).toBeLessThan(60);
  });

  test('what comes is added, and rows are dropped many at a time, never the newest', () => {
    let drawn = fitting(nothingDrawn, rows(0, 200), following);
    let firsts = new Set<number | undefined>();
    for (let newest = 201; newest <= 400; newest += 1) {
      const all = rows(newest - 200, newest);
      drawn = fitting(drawn, all, following);
      const seen = shown(drawn, all);
      expect(seen.at(-1)).toBe(newest - 1);
      expect(seen.length).toBeLessThanOrEqual(60);
      expect(seen.length).toBeGreaterThanOrEqual(30);
      firsts = firsts.add(seen[0]);
    }
    expect(firsts.size).toBeLessThan(10);
  });

  test('what is right stays the same object', () => {
    const drawn = fitting(nothingDrawn, rows(0, 100), following);
    expect(fitting(drawn, rows(0, 105), following)).toBe(drawn);
    expect(fitting(nothingDrawn, [], following)).toBe(nothingDrawn);
  });

  test('a row that the keyboard is at is not taken away', () => {
    let drawn = fitting(nothingDrawn, rows(0, 100), following);
    for (let newest = 101; newest <= 190; newest += 1) drawn = fitting(drawn, rows(0, newest), { ...following, kept: '95' });
    expect(shown(drawn, rows(0, 190))).toContain(95);
  });

  test('a tall place gets more, and keeps it', () => {
    const all = rows(0, 200);
    const tall = longer(fitting(nothingDrawn, all, following), all, 'above');
    expect(fitting(tall, all, following)).toBe(tall);
    const later = rows(200, 400);
    expect(shown(fitting(tall, later, following), later).length).toBeGreaterThanOrEqual(60);
  });
});

describe('further up', () => {
  const all = rows(0, 200);
  const read = fitting(fitting(nothingDrawn, all, following), all, reading);

  test('nothing that was drawn goes away, and what comes at the end waits', () => {
    const before = shown(read, all);
    expect(shown(fitting(read, rows(0, 260), reading), rows(0, 260))).toEqual(before);
    expect(fitting(read, rows(0, 260), reading)).toBe(read);
  });

  test('at the edges it grows by steps, until all is drawn', () => {
    const higher = longer(read, all, 'above');
    expect(shown(higher, all).length).toBeGreaterThan(shown(read, all).length);
    let whole = read;
    for (let times = 0; times < 10; times += 1) whole = longer(longer(whole, rows(0, 260), 'above'), rows(0, 260), 'below');
    expect(shown(whole, rows(0, 260))).toHaveLength(260);
  });

  test('older ones that are loaded, and those of another topic between, find their place', () => {
    const more = [...rows(-50, 0), ...rows(0, 180), { key: 'between' }, ...rows(180, 200)];
    const { from, to } = spanOf(read, more);
    expect(more.slice(from, to)).toContainEqual({ key: 'between' });
    expect(from).toBe(more.findIndex(({ key }) => key === `${shown(read, all)[0]}`));
  });

  test('a row that one is led to is drawn with what is around it, and not all between', () => {
    const led = fitting(read, all, { ...reading, found: '20' });
    expect(shown(led, all)).toContain(20);
    expect(shown(led, all).length).toBeLessThanOrEqual(60);
    expect(fitting(led, all, { ...reading, found: '20' })).toBe(led);
  });

  test('when all of it has gone the newest stand there', () => {
    const others = rows(500, 700);
    expect(shown(fitting(read, others, reading), others).at(-1)).toBe(699);
  });

  test('back at the end it is the newest again', () => {
    const later = rows(0, 300);
    const seen = shown(fitting(read, later, following), later);
    expect(seen.at(-1)).toBe(299);
    expect(seen.length).toBeLessThanOrEqual(60);
  });
});
