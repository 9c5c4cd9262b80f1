import { describe, expect, test } from 'vitest';
import { cookieOf, tokenIn } from './cookie.js';
import { newToken } from './tokens.js';

const secure = cookieOf({ PUBLIC_URL: 'https://hub.example' });
const plain = cookieOf({ PUBLIC_URL: 'http://hub.example' });

describe('the cookie', () => {
  test('is bound to its host and to https where the public address is https', () => {
    expect(secure).toEqual({ name: '__Host-hub', options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true } });
  });

  test('has a plain name elsewhere', () => {
    expect(plain).toEqual({ name: 'hub', options: { path: '/', httpOnly: true, sameSite: 'lax' } });
    expect(cookieOf({}).name).toBe('hub');
  });

  test('is found among others, and only if it looks like ours', () => {
    const token = newToken();
    expect(tokenIn(`a=b; __Host-hub=${token}; c=d`, secure)).toBe(token);
    expect(tokenIn(`__Host-hub=${token}`, plain)).toBeUndefined();
    for (const header of [undefined, '', 'hub=', 'hub=short', `hub=${token}x`, 'hub', ';;;', `hub="${token}`])
      expect(tokenIn(header, plain)).toBeUndefined();
  });
});
