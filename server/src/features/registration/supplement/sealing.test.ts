import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.js';

const key = randomBytes(32);
const names = '甲，某某大学\n乙，某某学会';

test('a sealed list is opened with its key, for its owner', () => {
  const sealed = seal(names, key, 'a');
  expect(sealed).not.toContain('甲');
  expect(unseal(sealed, key, 'a')).toBe(names);
});

test('the same list is never sealed twice alike', () => {
  expect(seal(names, key, 'a')).not.toBe(seal(names, key, 'a'));
});

test('a sealed list is opened with no other key, for nobody else, and not when it was changed', () => {
  const sealed = seal(names, key, 'a');
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => unseal(sealed, randomBytes(32), 'a')).toThrow('authenticate');
  expect(() => unseal(sealed, key, 'b')).toThrow('authenticate');
  expect(() => unseal(bytes.toString('base64url'), key, 'a')).toThrow('authenticate');
  expect(() => unseal('', key, 'a')).toThrow('Invalid initialization vector');
});
