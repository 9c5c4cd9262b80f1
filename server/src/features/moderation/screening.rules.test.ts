import { describe, expect, test } from 'vitest';
import { screen } from './screening.rules.js';

const guest = { isTrusted: false, isVerified: false };
const host = { isTrusted: true, isVerified: true };

describe('a message', () => {
  test('in an open topic is kept as it is', () => {
    expect(screen(' 你好 ', {}, guest)).toEqual({ ok: true, text: '你好', masked: false });
  });

  test('waits for a moderator where everything is reviewed first', () => {
    expect(screen('你好', { reviewFirst: true }, guest)).toMatchObject({ ok: true, hold: 'review-first' });
  });

  test('is held for the topic’s delay', () => {
    expect(screen('你好', { delayMs: 3_000 }, guest)).toMatchObject({ ok: true, hold: 'delayed', holdMs: 3_000 });
  });

  test('that the mode forbids is told why, whatever else would be done with it', () => {
    expect(screen('看 https://example.org', { reviewFirst: true }, guest)).toMatchObject({ ok: true, refuse: 'message.link' });
    expect(screen('看 https://example.org', {}, host)).not.toHaveProperty('refuse');
  });

  test('of staff and hosts is not held, and masked all the same', () => {
    const screened = screen('打 13800138000', { reviewFirst: true, delayMs: 5 }, host);
    expect(screened).toMatchObject({ ok: true, masked: true });
    expect(screened).not.toHaveProperty('hold');
  });

  test.each([
    ['   ', 'empty'],
    ['啊'.repeat(501), 'too-long'],
  ])('of %j is refused as %s', (text, reason) => {
    expect(screen(text, {}, guest)).toEqual({ ok: false, reason });
  });
});
