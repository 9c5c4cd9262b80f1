import { expect, test } from 'vitest';
import { calibrate, median, percentile, round } from './figures.js';

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  expect(percentile([], 0.99)).toBeNaN();
});

test('a median of few is the one in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('figures are rounded for people', () => {
  expect([round(1.26), round(1.256, 2)]).toEqual([1.3, 1.26]);
});

test('the calibration does its work', () => {
  expect(calibrate()).toBeGreaterThan(0);
});
