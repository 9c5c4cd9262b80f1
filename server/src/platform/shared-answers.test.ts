import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SharedAnswers } from './shared-answers.js';

type Answer = { at: number; words: string };
beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

/** Somebody who counts how often they are read, and says the same until they are told otherwise. */
function aSource() {
  const source = {
    words: 'as before',
    reads: 0,
    read: (): Promise<Answer> => Promise.resolve({ at: ++source.reads, words: source.words }),
  };
  return source;
}

describe('an answer that is shared', () => {
  test('is read once for all who ask within its time, and again after it', async () => {
    const answers = new SharedAnswers<Answer>({ sharedMs: 250 });
    const source = aSource();
    const ask = () => answers.of('lobby', source.read);
    await Promise.all([ask(), ask(), ask()]);
    vi.advanceTimersByTime(249);
    await ask();
    expect(source.reads).toBe(1);
    vi.advanceTimersByTime(1);
    await ask();
    expect(source.reads).toBe(2);
  });

  test('is the very same while nothing but its moment is another', async () => {
    const answers = new SharedAnswers<Answer>();
    const source = aSource();
    const first = await answers.of('lobby', source.read);
    vi.advanceTimersByTime(1_000);
    expect(await answers.of('lobby', source.read)).toBe(first);
    source.words = 'news';
    vi.advanceTimersByTime(1_000);
    expect(await answers.of('lobby', source.read)).toEqual({ at: 3, words: 'news' });
  });

  test('is not a failure: who asks next has it read again', async () => {
    const answers = new SharedAnswers<Answer>();
    await expect(answers.of('lobby', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect((await answers.of('lobby', aSource().read)).words).toBe('as before');
  });

  test('is forgotten for newer ones once there are too many', async () => {
    const answers = new SharedAnswers<Answer>({ mostKept: 2 });
    const source = aSource();
    for (const key of ['a', 'b', 'c', 'c', 'b']) await answers.of(key, source.read);
    expect(source.reads).toBe(3);
    await answers.of('a', source.read);
    expect(source.reads).toBe(4);
  });
});
