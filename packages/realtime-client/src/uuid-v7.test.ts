import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.js';

test('an id is a UUID of version 7', () => {
  expect(uuidV7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids carry their time, so that later ones sort later', () => {
  expect(uuidV7(0x0123456789ab)).toMatch(/^01234567-89ab-7/);
  expect(uuidV7(2_000) > uuidV7(1_000)).toBe(true);
});

test('ten thousand ids of one millisecond differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuidV7(1))).size).toBe(10_000);
});
