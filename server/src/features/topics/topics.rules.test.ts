import { describe, expect, test } from 'vitest';
import { authorOf, isConversation, isReaction, messageOf } from './topics.rules.js';

const aUser = { id: '018f0000-0000-7000-8000-000000000001', name: '小满', kind: 'guest' as const, grants: [] };

describe('people talk', () => {
  test.each(['room:guangxi', 'hashtag:kepuri-2023:yunshang'])('in %s', (topic) => expect(isConversation(topic)).toBe(true));

  test.each(['lobby:kepuri-2023', 'queue:cn', 'desk:450000', 'inbox:a', 'activity:a'])('not in %s', (topic) => {
    expect(isConversation(topic)).toBe(false);
  });
});

test('only names of the list are reactions', () => {
  expect(isReaction('clap')).toBe(true);
  expect(isReaction('a'.repeat(64))).toBe(false);
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
