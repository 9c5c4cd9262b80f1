import { describe, expect, test } from 'vitest';
import { authorOf, judgeSpeaker, messageOf, roleIn } from './topics.rules.js';

const aUser = { id: '018f0000-0000-7000-8000-000000000001', name: '小满', kind: 'guest' as const, grants: [] };

describe('a viewer', () => {
  test('may speak in an open topic', () => {
    expect(judgeSpeaker({}, false)).toEqual({ allowed: true });
  });

  test('hears that a topic is closed', () => {
    expect(judgeSpeaker({ closed: true }, false)).toEqual({ allowed: false, code: 'topic.closed' });
  });
});

describe('a role', () => {
  const path = ['450100', '450000', 'CN'];

  test('counts in its region and below', () => {
    expect(roleIn([{ role: 'host', region: '450000' }], path)).toBe('host');
    expect(roleIn([{ role: 'host', region: '450000' }], ['CN'])).toBeUndefined();
    expect(roleIn([{ role: 'host', region: '510000' }], path)).toBeUndefined();
  });

  test('is the highest of several', () => {
    expect(
      roleIn(
        [
          { role: 'host', region: 'CN' },
          { role: 'moderator', region: '450000' },
        ],
        path,
      ),
    ).toBe('moderator');
  });

  test('lets staff speak where it is closed', () => {
    expect(judgeSpeaker({ closed: true }, true)).toEqual({ allowed: true });
  });
});

test('a message carries only what there is to say', () => {
  const request = { id: 'A18F0000-0000-7000-8000-000000000002', topic: 'room:guangxi', kind: 'chat' as const, text: 'x', replyTo: 7 };
  expect(messageOf(request, authorOf(aUser), { text: '好', masked: false })).toEqual({
    id: 'a18f0000-0000-7000-8000-000000000002',
    kind: 'chat',
    text: '好',
    author: { id: aUser.id, name: '小满' },
    replyTo: { seq: 7 },
  });
});
