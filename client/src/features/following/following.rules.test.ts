import { expect, test } from 'vitest';
import { mostFollowed, readFollowed, withFollowed, withoutFollowed } from './following.rules.js';

test('the newest is first, each once, and what was followed first goes when there are too many', () => {
  expect(withFollowed(withFollowed(['tide'], 'guizhou'), 'tide')).toEqual(['tide', 'guizhou']);
  const many = Array.from({ length: mostFollowed }, (_, at) => `channel-${at}`);
  const more = withFollowed(many, 'tide');
  expect(more).toHaveLength(mostFollowed);
  expect([more[0], more.includes(`channel-${mostFollowed - 1}`)]).toEqual(['tide', false]);
});

test('one is followed no more, and the others stay as they are', () => {
  expect(withoutFollowed(['tide', 'guizhou'], 'tide')).toEqual(['guizhou']);
  expect(withoutFollowed(['tide'], 'guizhou')).toEqual(['tide']);
});

test('what the device kept is read back; what is no channel is left out, and so is what is too much', () => {
  expect(readFollowed(JSON.stringify(withFollowed([], 'deep-space')))).toEqual(['deep-space']);
  expect(readFollowed(JSON.stringify(['tide', 7, null, '../etc', 'Tide', 'tide', 'x'.repeat(65)]))).toEqual(['tide']);
  expect(readFollowed(JSON.stringify(Array.from({ length: 500 }, (_, at) => `channel-${at}`)))).toHaveLength(mostFollowed);
  expect([undefined, '', '{', '"text"', '{}'].map(readFollowed)).toEqual([[], [], [], [], []]);
});
