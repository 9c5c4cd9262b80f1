import { expect, test } from 'vitest';
import { heardOf } from './conversation.rules.js';

const carries = [
  { topic: 'hashtag:kepuri-2023:yunshang-kepuri', title: '云上科普日' },
  { topic: 'hashtag:kepuri-2023:fangzai', title: '防灾避险' },
];

test('beside a room one topic is heard: the chosen one, and the first until one is chosen', () => {
  expect(heardOf(carries, undefined)).toBe(carries[0]);
  expect(heardOf(carries, 'hashtag:kepuri-2023:fangzai')).toBe(carries[1]);
});

test('a topic that the room does not carry any more gives way to one that it does', () => {
  expect(heardOf(carries, 'hashtag:kepuri-2023:gone')).toBe(carries[0]);
  expect(heardOf([], 'hashtag:kepuri-2023:gone')).toBeUndefined();
});
