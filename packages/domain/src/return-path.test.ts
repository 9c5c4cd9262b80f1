import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnPath } from './return-path.js';

describe('a way back', () => {
  test.each(['/', '/sign-in', '/host/filings/', '/schedule?region=450000&day=2023-09-17', '/topics/%E7%A7%91', '/search?q=地震'])(
    'is a page: %s',
    (path) => expect(returnPath(path)).toBe(path),
  );

  test('keeps nothing from behind a #', () => {
    expect(returnPath('/join#secret')).toBe('/join');
  });

  test.each([
    '',
    'sign-in',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/a//elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    ' /sign-in',
    '/api/v1/me',
    `/${'a'.repeat(500)}`,
  ])('is not %j', (text) => expect(returnPath(text)).toBeUndefined());

  test('leads to this hub, whatever somebody makes up', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      '\t',
      ' ',
      'https:',
      'a',
      'elsewhere.example',
      '\u3000',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (made) => {
        const path = returnPath(`/${made.join('')}`);
        if (path !== undefined) expect(new URL(path, 'https://hub.example').origin).toBe('https://hub.example');
      }),
    );
  });
});
