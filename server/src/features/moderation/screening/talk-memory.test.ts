import { describe, expect, test } from 'vitest';
import { TalkMemory } from './talk-memory.js';

const said = (by: string, id: string, text: string, at: number) => ({ id, topic: 'room:one', by, text, at });

describe('what was said lately', () => {
  test('makes the third of the same words in half a minute a repeat', () => {
    const memory = new TalkMemory();
    const persons = ['a', 'b', 'c'].map((id, i) => memory.note(said('ada', id, '来我这里看看吧', i * 1_000)).person);
    expect(persons).toEqual(['fine', 'fine', 'repeats']);
  });

  test('counts a message once, however often it is sent again', () => {
    const memory = new TalkMemory();
    const persons = Array.from({ length: 20 }, () => memory.note(said('ada', 'a', '来我这里看看吧', 1_000)).person);
    expect(new Set(persons)).toEqual(new Set(['fine']));
  });

  test('makes the same words of many one burst, whose id stays', () => {
    const memory = new TalkMemory();
    const bursts = Array.from(
      { length: 9 },
      (_, i) => memory.note(said(`person ${i}`, `${i}`, `来我这里看看吧，今晚有很多资料 ${i}`, i * 100)).burst?.id,
    );
    expect(bursts.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(new Set(bursts.slice(3)).size).toBe(1);
    expect(bursts[3]).toBeDefined();
  });

  test('forgets who has not spoken for longest, and forgives them', () => {
    const memory = new TalkMemory();
    for (const id of ['a', 'b']) memory.note(said('ada', id, '来我这里看看吧', 0));
    for (let i = 0; i < 5_000; i++) memory.note({ ...said(`person ${i}`, `${i}`, `第 ${i} 个人说的话`, 10), topic: `room:${i % 7}` });
    expect(memory.note(said('ada', 'c', '来我这里看看吧', 20)).person).toBe('fine');
  });
});
