import { expect, test } from 'vitest';
import { dayIn, momentIn, serviceSpan, weekOf } from './days.rules.js';

const national = [{ key: 'week', label: '全国科普日', from: '2023-09-17', to: '2023-09-23', tentative: false }];

test('a week begins with the campaign’s first day, and on Monday outside of it', () => {
  expect(weekOf('2023-09-19', national)).toEqual([17, 18, 19, 20, 21, 22, 23].map((date) => `2023-09-${date}`));
  expect(weekOf('2023-09-24', national)[0]).toBe('2023-09-18');
  expect(weekOf('2026-11-22', [])[0]).toBe('2026-11-16');
});

test('a window of months has its weeks from its first day on', () => {
  const autumn = [{ key: 'autumn', label: '广西', from: '2023-09-01', to: '2023-11-30', tentative: false }];
  expect(weekOf('2023-10-01', autumn)[0]).toBe('2023-09-29');
});

test('an address names a day or it does not', () => {
  expect(['2026-11-22', '2026-02-30', '22.11.2026', '', undefined].map(dayIn)).toEqual([
    '2026-11-22',
    ...Array<undefined>(4).fill(undefined),
  ]);
});

test('service hours are of the day in Shanghai', () => {
  expect(serviceSpan('2023-09-19', { from: 480, to: 1320 })).toEqual({
    from: Date.parse('2023-09-19T00:00:00Z'),
    to: Date.parse('2023-09-19T14:00:00Z'),
  });
});

test('an address may name a moment of the day, or none', () => {
  expect(momentIn('11:30', '2023-09-19')).toBe(Date.parse('2023-09-19T11:30:00+08:00'));
  for (const text of [undefined, '', '24:00', '9:30', '11:60', 'noon']) expect(momentIn(text, '2023-09-19')).toBeUndefined();
});
