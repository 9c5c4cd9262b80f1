import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RecurringWork } from './recurring-work.js';

/** Work whose every look lasts until it is let go. */
function slowWork() {
  const looks: { end: () => void; fail: (why: string) => void }[] = [];
  const wrong: unknown[] = [];
  const work = () => new Promise<void>((end, reject) => looks.push({ end, fail: (why) => reject(new Error(why)) }));
  return { looks, wrong, recurring: new RecurringWork(work, (error) => wrong.push(error)) };
}

describe('recurring work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is done each time, and never twice at once', async () => {
    const { looks, recurring } = slowWork();
    recurring.every(1_000);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(looks).toHaveLength(1);
    looks[0]?.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(looks).toHaveLength(2);
    expect(recurring.look()).toBe(recurring.look());
    expect(looks).toHaveLength(2);
  });

  test('goes on after a look that went wrong, which is told of', async () => {
    const { looks, wrong, recurring } = slowWork();
    recurring.every(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    looks[0]?.fail('nobody is there');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wrong).toEqual([new Error('nobody is there')]);
    expect(looks).toHaveLength(2);
  });

  test('has ended when its stop has, and comes no more', async () => {
    const { looks, recurring } = slowWork();
    recurring.every(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    let stopped = false;
    void recurring.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(false);
    looks[0]?.end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(true);
    expect(looks).toHaveLength(1);
  });
});
