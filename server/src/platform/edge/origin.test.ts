import { describe, expect, test } from 'vitest';
import { originAllowed } from './origin.js';

const open = { onLoopback: false };
const behindAName = { PUBLIC_URL: 'https://hub.example/', onLoopback: false };
const atHome = { onLoopback: true };

describe('an origin', () => {
  test.each([
    ['https://hub.example', 'hub.example', behindAName],
    ['https://hub.example', '10.0.0.5:3000', behindAName],
    ['http://192.168.1.5:3000', '192.168.1.5:3000', open],
    ['http://localhost:5173', '127.0.0.1:3000', atHome],
    ['http://[::1]:3000', 'localhost:3000', atHome],
  ])('%s may ask %s', (origin, host, config) => {
    expect(originAllowed({ origin, host, hasCookie: true }, config)).toBe(true);
  });

  test.each([
    ['https://evil.example', 'hub.example', behindAName],
    ['http://hub.example', 'hub.example', behindAName],
    ['https://hub.example.evil.example', 'hub.example', behindAName],
    ['http://evil.example', '192.168.1.5:3000', open],
    ['http://localhost:5173', '192.168.1.5:3000', open],
    ['http://evil.example:3000', '127.0.0.1:3000', atHome],
    ['null', '127.0.0.1:3000', atHome],
    ['', '127.0.0.1:3000', atHome],
  ])('%j may not ask %s', (origin, host, config) => {
    expect(originAllowed({ origin, host, hasCookie: false }, config)).toBe(false);
  });

  test('that is not said passes only without a cookie', () => {
    expect(originAllowed({ hasCookie: false }, open)).toBe(true);
    expect(originAllowed({ hasCookie: true }, open)).toBe(false);
  });
});
