import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { newToken } from '../auth/tokens.js';
import { scrub, scrubText } from './scrub.js';

const ticket = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('a log line holds no', () => {
  test.each([
    ['ticket', `refused ${ticket} today`, 'refused [removed] today'],
    ['cookie', `hub=${'a'.repeat(43)};`, 'hub=[removed];'],
    ['kept password', 'hash $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', 'hash [removed]'],
    ['telephone number', '打 13800138000', '打 ***'],
    ['e-mail address', 'to someone@example.com', 'to ***'],
    ['password of a database address', 'postgresql://hub:geheim@db.example/hub', 'postgresql://hub:[removed]@db.example/hub'],
  ])('%s', (_name, said, kept) => {
    expect(scrubText(said)).toBe(kept);
  });

  test('fresh token', () => {
    expect(scrubText(newToken())).toBe('[removed]');
  });

  test('secret by its field’s name, however deep', () => {
    const request = { headers: { cookie: 'x', Authorization: 'y', accept: 'z' }, list: [{ password: 'p' }] };
    expect(scrub(request)).toEqual({
      headers: { cookie: '[removed]', Authorization: '[removed]', accept: 'z' },
      list: [{ password: '[removed]' }],
    });
  });

  test('value of a failed statement, but its words and its cause', () => {
    const error = new DrizzleQueryError('insert into users values ($1)', ['Ada', '13800138000'], new Error('duplicate key'));
    const line = JSON.stringify(scrub(error));
    expect(line).not.toContain('Ada');
    expect(line).not.toContain('13800138000');
    expect(line).toContain('insert into users');
    expect(line).toContain('duplicate key');
  });
});

test('what is no secret stays as it is', () => {
  const line = {
    id: '0198c1a2-7b1e-7c3d-9e4f-0123456789ab',
    at: 1_795_200_000_000,
    path: '/api/v1/topics/room:guangxi/snapshot',
    none: null,
  };
  expect(scrub(line)).toEqual(line);
});
