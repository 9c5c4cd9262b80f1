import { describe, expect, test } from 'vitest';
import { isGoodPassword } from './passwords.js';

describe('a password', () => {
  test.each(['correct horse', '一二三四五六七八九十', 'zk7-mme4-q9', 'Kexie-in-Nanning'])('%j is taken', (password) => {
    expect(isGoodPassword(password, 'hengzhou.filer')).toBe(true);
  });

  test.each([
    ['short', 'ninechar!'],
    ['one character', 'aaaaaaaaaaaa'],
    ['few characters', 'ababababcabc'],
    ['the login', 'Hengzhou-Filer'],
    ['the login and a digit', 'hengzhou.filer1'],
    ['well known', 'password123'],
    ['digits in a row', '1234567890'],
    ['well known twice', 'kexiekexie1'],
  ])('that is %s is refused', (_, password) => {
    expect(isGoodPassword(password, 'hengzhou.filer')).toBe(false);
  });

  test('counts what people see: wide letters are letters', () => {
    expect(isGoodPassword('ｐａｓｓｗｏｒｄ１２', 'a')).toBe(false);
  });
});
