import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.js';

test('HSTS is said only where the public address is https', () => {
  expect(securityHeaders({ PUBLIC_URL: 'https://hub.example' }).strictTransportSecurity).toEqual({ includeSubDomains: false });
  for (const PUBLIC_URL of [undefined, 'http://hub.example']) expect(securityHeaders({ PUBLIC_URL }).strictTransportSecurity).toBe(false);
});
