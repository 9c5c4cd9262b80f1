import { readFileSync } from 'node:fs';
import type { FuzzyTime } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDayAfter } from '../shanghai-day.js';
import { firstDayOf, isWellFormed, lastDayOf, mayMeet, slotOf } from './fuzzy-time.js';
import { parseTime } from './time-parsing.js';
import { timeWords } from './time-words.js';

type Printed = { precision: string; from: string; to: string; text: string; tentative: boolean };
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../../demo/data/${file}`, import.meta.url), 'utf8'));
const { activities } = read('activities.json') as { activities: { key: string; campaign: string; time: Printed }[] };
const { campaigns } = read('campaigns.json') as { campaigns: { slug: string; windows: Printed[] }[] };
const printed = [...activities.map(({ time }) => time), ...campaigns.flatMap(({ windows }) => windows)].filter(
  ({ text }) => text !== '贯穿全年',
);

const anyDay = fc.integer({ min: 0, max: 2_500 }).map((days) => shanghaiDayAfter('2021-06-01', days));
const two = (one: fc.Arbitrary<string>) => fc.tuple(one, one).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
const endOfMonth = (day: string) => shanghaiDayAfter(monthOf(shanghaiDayAfter(monthOf(day), 31)), -1);
const periodAt = (day: string) => Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
const periodBegin = (day: string) => `${day.slice(0, 8)}${['01', '11', '21'][periodAt(day)]}`;
const periodEnd = (day: string) => (periodAt(day) === 2 ? endOfMonth(day) : `${day.slice(0, 8)}${['10', '20'][periodAt(day)]}`);
const minute = fc
  .integer({ min: 0, max: 1_439 })
  .map((at) => [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':'));

const anyTime: fc.Arbitrary<FuzzyTime> = fc
  .record({ tentative: fc.boolean(), days: two(anyDay), clocks: two(minute) })
  .chain(({ tentative, days: [from, to], clocks }) => {
    const exact = {
      precision: 'exact',
      startsAt: `${from}T${clocks[0]}:00+08:00`,
      endsAt: `${shanghaiDayAfter(to, 1)}T${clocks[1]}:00+08:00`,
      tentative,
    } as const;
    return fc.constantFrom<FuzzyTime>(
      exact,
      { precision: 'day', from, to: from, tentative },
      { precision: 'tenDay', from: periodBegin(from), to: periodEnd(to), tentative },
      { precision: 'month', from: monthOf(from), to: endOfMonth(to), tentative },
      { precision: 'range', from, to: shanghaiDayAfter(to, 1), tentative },
    );
  });

describe('the times of the notices', () => {
  test('are all there', () => expect(printed.length).toBeGreaterThan(130));

  test.each(printed.map((time) => [time.text, time] as const))('%s is read as it was meant', (text, { precision, from, to, tentative }) => {
    expect(parseTime(text, 2023)).toEqual({ precision, from, to, tentative });
  });

  test.each([...new Map(printed.map((time) => [time.text, time])).values()])('$text is said again in one way', (time) => {
    const parsed = parseTime(time.text, 2023) as FuzzyTime;
    expect(parseTime(timeWords(parsed, 'zh'), 1999)).toEqual(parsed);
    expect(timeWords(parsed, 'zh')).not.toContain('00:00');
  });
});

describe('a time in words', () => {
  test.each([
    ['9月27日 09:30–11:00', '2023年9月27日 09:30—11:00', '27 Sep 2023, 09:30–11:00'],
    ['9月18日（暂定）', '2023年9月18日（暂定）', '18 Sep 2023 (tentative)'],
    ['9月中下旬', '2023年9月中下旬', 'mid to late Sep 2023'],
    ['10月下旬', '2023年10月下旬', 'late Oct 2023'],
    ['9月中旬—12月中旬', '2023年9月中旬—12月中旬', 'mid Sep – mid Dec 2023'],
    ['9—11月', '2023年9—11月', 'Sep–Nov 2023'],
    ['12月—2月', '2023年12月—2024年2月', 'Dec 2023–Feb 2024'],
    ['9月17-23日', '2023年9月17—23日', '17–23 Sep 2023'],
    ['9 月 11 日——10 月 3 日期间', '2023年9月11日—10月3日', '11 Sep – 3 Oct 2023'],
  ])('%s', (text, zh, en) => {
    const time = parseTime(text, 2023) as FuzzyTime;
    expect([timeWords(time, 'zh'), timeWords(time, 'en')]).toEqual([zh, en]);
  });

  test('is read back as the same time, whatever it is', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(parseTime(timeWords(time, 'zh'), 1999)).toEqual(time);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '',
    '待定',
    '9',
    '9—11',
    '13月',
    '9月31日',
    '17—23日',
    '9月中旬—11月3日',
    '9月3日 25:00—26:00',
    '9月3日 11:00—09:30',
    '9月3日—',
    '2月30日',
    '九月',
    '9月—',
  ])('that says nothing certain is not guessed at: %j', (text) => expect(parseTime(text, 2023)).toBeUndefined());
});

describe('a time', () => {
  test('is well formed when its days are what its precision says', () => {
    fc.assert(fc.property(anyTime, (time) => isWellFormed(time)));
  });

  test.each<FuzzyTime>([
    { precision: 'day', from: '2023-09-01', to: '2023-09-02', tentative: false },
    { precision: 'tenDay', from: '2023-09-02', to: '2023-09-10', tentative: false },
    { precision: 'tenDay', from: '2023-09-21', to: '2023-09-29', tentative: false },
    { precision: 'month', from: '2023-09-01', to: '2023-09-29', tentative: false },
    { precision: 'range', from: '2023-09-03', to: '2023-09-01', tentative: false },
    { precision: 'exact', startsAt: '2023-09-03T09:00:00+08:00', endsAt: '2023-09-03T09:00:00+08:00', tentative: false },
  ])('that is none is told: %j', (time) => expect(isWellFormed(time)).toBe(false));

  test('has the days of Shanghai, and one that ends at midnight ended the day before', () => {
    const time: FuzzyTime = { precision: 'exact', startsAt: '2023-09-30T15:30:00Z', endsAt: '2023-09-30T16:00:00Z', tentative: false };
    expect([firstDayOf(time), lastDayOf(time)]).toEqual(['2023-09-30', '2023-09-30']);
  });

  test('has a slot only when it is exact', () => {
    fc.assert(fc.property(anyTime, (time) => (slotOf(time) !== undefined) === (time.precision === 'exact')));
  });

  test('meets another when they share a day, whoever is asked', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (one, other) => {
        const shares = firstDayOf(one) <= lastDayOf(other) && firstDayOf(other) <= lastDayOf(one);
        expect([mayMeet(one, other), mayMeet(other, one)]).toEqual([shares, shares]);
      }),
    );
  });
});
