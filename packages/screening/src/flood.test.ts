import { describe, expect, test } from 'vitest';
import { fingerprintOf, isNear } from './fingerprint.js';
import { notePerson, noteTopic, type PersonFinding, type PersonState, type TopicState } from './flood.js';

const near = (one: string, other: string) => isNear(fingerprintOf(one), fingerprintOf(other));

describe('two texts are nearly the same', () => {
  test.each([
    ['in other disguises', '同学们加我领课件资料', '同學們 加 我！领课件资料'],
    ['with another number', '扣1领课件，只剩 30 份了哦', '扣1领课件，只剩 12 份了哦'],
    ['with a word more', '今天晚上八点在隔壁直播间抽奖送望远镜大家快来', '今天晚上八点在隔壁直播间抽奖送望远镜大家快来呀'],
    ['when both are the same short cry', '好耶', '好耶'],
  ])('%s', (_how, one, other) => expect(near(one, other)).toBe(true));

  test.each([
    ['when they only share a topic', '今天晚上的月亮好亮啊', '今天晚上能看到木星吗'],
    ['when both are short and differ', '好耶', '好的'],
    ['when both are short and differ in their number', '我选1', '我选2'],
    ['when there is nothing to read in them', '🎉🎉', '👏👏'],
  ])('but not %s', (_how, one, other) => expect(near(one, other)).toBe(false));
});

function says(lines: readonly (readonly [text: string, atMs: number])[]): PersonFinding[] {
  let state: PersonState = [];
  return lines.map(([text, at]) => {
    const noted = notePerson(state, { at, print: fingerprintOf(text) });
    state = noted.state;
    return noted.finding;
  });
}

describe('a person', () => {
  test('may say a thing twice, and repeats at the third time', () => {
    expect(
      says([
        ['老师好厉害', 0],
        ['老师好厉害', 5_000],
        ['老師好厲害', 10_000],
      ]),
    ).toEqual(['fine', 'fine', 'repeats']);
  });

  test('may say it again when half a minute has passed', () => {
    expect(
      says([
        ['老师好厉害', 0],
        ['老师好厉害', 1_000],
        ['老师好厉害', 31_000],
      ]),
    ).toEqual(['fine', 'fine', 'fine']);
  });

  test('floods with the seventh message in ten seconds, whatever they say', () => {
    const lines = ['木星', '土星环', '月亮上的山', '彗尾为什么', '银河在哪', '流星雨', '望远镜'].map(
      (text, turn) => [text, turn * 1_000] as const,
    );
    expect(says(lines).at(-1)).toBe('floods');
    expect(says(lines.slice(0, 6)).at(-1)).toBe('fine');
  });

  test('is remembered by no more than 16 messages', () => {
    let state: PersonState = [];
    for (let at = 0; at < 50; at += 1) state = notePerson(state, { at, print: fingerprintOf(`第 ${at} 句`) }).state;
    expect(state).toHaveLength(16);
  });
});

describe('a topic', () => {
  const print = fingerprintOf('隔壁直播间抽奖送望远镜大家快来');
  const after = (said: readonly (readonly [by: string, at: number])[]) => {
    let state: TopicState = [];
    return said.map(([by, at]) => {
      const noted = noteTopic(state, { by, at, print });
      state = noted.state;
      return noted.burst;
    });
  };

  test('has a burst when four people say the same, and it stays one item', () => {
    const bursts = after(['a', 'b', 'c', 'd', 'e'].map((by, turn) => [by, turn * 100] as const));
    expect(bursts.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(bursts[3]).toMatchObject({ count: 4, people: ['a', 'b', 'c', 'd'] });
    expect(bursts[4]).toMatchObject({ id: bursts[3]?.id, count: 5 });
  });

  test('has none when a crowd cheers or greets', () => {
    let state: TopicState = [];
    const bursts = Array.from({ length: 40 }, (_, turn) => {
      const noted = noteTopic(state, { by: `p${turn}`, at: turn, print: fingerprintOf('老师好厉害！') });
      state = noted.state;
      return noted.burst;
    });
    expect(bursts.filter((burst) => burst !== undefined)).toEqual([]);
  });

  test('has a burst when one person says it six times', () => {
    expect(after(Array.from({ length: 6 }, (_, turn) => ['a', turn] as const)).at(-1)).toMatchObject({ count: 6, people: ['a'] });
  });

  test('forgets what nobody said for a minute', () => {
    expect(
      after([
        ['a', 0],
        ['b', 1],
        ['c', 2],
        ['d', 60_002],
      ]).at(-1),
    ).toBeUndefined();
  });

  test('keeps no more than 64 texts, and 8 people of each', () => {
    let state: TopicState = [];
    for (let turn = 0; turn < 100; turn += 1) {
      const text = Array.from({ length: 12 }, (_, at) => String.fromCharCode(0x4e00 + turn * 12 + at)).join('');
      state = noteTopic(state, { by: 'a', at: turn, print: fingerprintOf(text) }).state;
    }
    expect(state).toHaveLength(64);
    for (let turn = 0; turn < 20; turn += 1) state = noteTopic(state, { by: `p${turn}`, at: 100, print }).state;
    expect(state[0]?.people).toHaveLength(8);
  });
});
