import { describe, expect, test } from 'vitest';
import { carriedTopics } from './carried-topics.js';
import { loadDemoData } from './load-demo-data.js';
import { roundTheClockChannels } from './round-the-clock.js';
import { topicLines } from './topic-lines.js';

const { channels, topics } = loadDemoData().programme;
const all = [...channels, ...roundTheClockChannels];
const carried = carriedTopics(all, topics);

describe('the rooms of the demo', () => {
  test('carry the action’s own topic and one more', () => {
    for (const { slug } of all) {
      const own = carried.filter(({ channel }) => channel === slug).map(({ topic }) => topic);
      expect(own).toEqual(['yunshang-kepuri', expect.any(String)]);
      expect(new Set(own).size).toBe(2);
    }
  });

  test('leave no topic without a room, and carry none that is not there', () => {
    expect(new Set(carried.map(({ topic }) => topic))).toEqual(new Set(topics.map(({ slug }) => slug)));
  });

  test('talk about what their channel is about', () => {
    const tide = carried.find(({ channel, position }) => channel === 'tide' && position === 1);
    expect(['jieshui', 'fangzai']).toContain(tide?.topic);
  });
});

test('demo visitors have something to say in every topic, and never twice the same', () => {
  for (const { slug } of topics) {
    const lines = topicLines[slug] ?? [];
    expect(lines.length, slug).toBeGreaterThanOrEqual(5);
    expect(new Set(lines).size).toBe(lines.length);
  }
});
