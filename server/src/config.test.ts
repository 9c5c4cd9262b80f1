import { expect, test } from 'vitest';
import { addressOf, loadConfig } from './config.js';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['localhost', 'http://localhost:8080'],
  ['::1', 'http://[::1]:8080'],
])('a hub that listens on %s is found at %s', (HOST, address) => {
  expect(addressOf(loadConfig({ HOST, PORT: '8080' }))).toBe(address);
  expect(new URL(address).origin).toBe(address);
});
