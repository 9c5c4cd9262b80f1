import { expect, test } from 'vitest';
import { isSavingData } from './saving-data.js';

test('a device that asks for less data has no preview, nor one whose line is slow', () => {
  expect(isSavingData({ connection: { saveData: true, effectiveType: '4g' } })).toBe(true);
  expect(isSavingData({ connection: { saveData: false, effectiveType: '3g' } })).toBe(true);
});

test('a good line is enough, and so is a browser that says nothing of it', () => {
  expect(isSavingData({ connection: { saveData: false, effectiveType: '4g' } })).toBe(false);
  expect(isSavingData({})).toBe(false);
});
