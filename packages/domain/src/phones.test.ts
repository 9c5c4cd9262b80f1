import { describe, expect, test } from 'vitest';
import { maskedPhone, phoneFrom } from './phones.js';

describe('a phone number', () => {
  test.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['１３８-００１３-８０００', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086 13800138000', '+8613800138000'],
    ['+852 5123 4567', '+85251234567'],
    ['+49 (151) 1234567', '+491511234567'],
  ])('%s is kept as %s', (text, kept) => expect(phoneFrom(text)).toBe(kept));

  test.each(['', '12345678901', '1380013800', '010-12345678', '+86 010 12345678', '+0 123 4567890', '+1', 'thirteen', '13800138000x'])(
    '%j is none',
    (text) => expect(phoneFrom(text)).toBeUndefined(),
  );

  test.each([
    ['+8613800138000', '138****8000'],
    ['+85251234567', '+85****4567'],
    ['+1234567', '+12****7'],
  ])('%s is shown as %s', (phone, shown) => expect(maskedPhone(phone)).toBe(shown));
});
