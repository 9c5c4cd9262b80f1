import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, dayOf, groupedNumber } from './formats.js';

const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const inShanghai = (language: string, options: Intl.DateTimeFormatOptions, at: Date) =>
  new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...options }).format(at);

test('clock and day are what Intl says of Shanghai', () => {
  fc.assert(
    fc.property(moments, (at) => {
      expect(clockOf(at.getTime())).toBe(inShanghai('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at));
      const weekday = (language: string) => inShanghai(language, { weekday: 'short' }, at);
      expect(dayOf('zh-CN', at.getTime())).toBe(`${inShanghai('zh-CN', { month: 'long', day: 'numeric' }, at)} ${weekday('zh-CN')}`);
      expect(dayOf('en', at.getTime())).toBe(`${weekday('en')}, ${inShanghai('en', { month: 'short', day: 'numeric' }, at)}`);
    }),
  );
  expect(dayOf('zh-CN', Date.parse('2023-09-19T14:32:00+08:00'))).toBe('9月19日 周二');
});

test('numbers are grouped as Intl groups them, with one digit after the point at most', () => {
  const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (count) => {
      expect(groupedNumber(count)).toBe(format.format(count));
    }),
  );
  expect(groupedNumber(68_400 / 10_000)).toBe('6.8');
  expect(groupedNumber(12_345_678 / 10_000)).toBe('1,234.6');
});
