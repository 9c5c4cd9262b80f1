import { describe, expect, test } from 'vitest';
import { signedHeaders } from './signed-headers.js';

describe('a signature', () => {
  /** The reference vector of Standard Webhooks. */
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330_999, body: '{"test": 2432232314}' };
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

  test('is that of Standard Webhooks', () => {
    expect(signedHeaders(signed, [secret])).toEqual({
      'content-type': 'application/json',
      'webhook-id': signed.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('is made with each secret that is good', () => {
    const [both, one, other] = [[secret, 'whsec_AAAA'], [secret], ['whsec_AAAA']].map(
      (secrets) => signedHeaders(signed, secrets)['webhook-signature'],
    );
    expect(both).toBe(`${one} ${other}`);
  });
});
