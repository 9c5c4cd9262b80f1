import { ErrorCode, Refusal } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { HubError, statusOf } from './hub-error.js';

describe('a refusal', () => {
  test.each(ErrorCode.options)('of %s is one of the contract and has an HTTP status of an error', (code) => {
    expect(Refusal.parse(new HubError(code).toRefusal()).code).toBe(code);
    expect(statusOf[code]).toBeGreaterThanOrEqual(400);
  });

  test('names the field and rounds the wait up', () => {
    const refusal = new HubError('limit.reached', { retryAfterMs: 0.2, field: 'login' }).toRefusal();
    expect(refusal).toEqual({ code: 'limit.reached', retry: 'later', retryAfterMs: 1, field: 'login' });
  });
});
