import type { Notice } from '@yunhui/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Serving } from './serving.js';

const word = (mode: Notice['mode'], more: Partial<Notice> = {}): Notice => ({ kind: 'mode', mode, frameMs: 500, ...more });

describe('how the hub serves us', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const aServing = () => {
    const serving = new Serving();
    const heard: string[] = [];
    serving.changes.add(({ mode, frameMs }) => heard.push(`${mode} ${frameMs}`));
    return { serving, heard };
  };

  test('is what it said last, and is told when it is another', () => {
    const { serving, heard } = aServing();
    serving.greeted(200);
    for (const notice of [word('full'), word('sampled'), word('sampled'), word('full', { frameMs: 200 })]) serving.noticed(notice);
    expect(heard).toEqual(['full 500', 'sampled 500', 'full 200']);
  });

  test('is not what it says of one topic, nor another kind of notice', () => {
    const { serving, heard } = aServing();
    serving.noticed(word('state', { topic: 'room:a' }));
    serving.noticed({ kind: 'throttle', mode: 'state' });
    expect(heard).toEqual([]);
  });

  test('ends with a connection that was cut', () => {
    const { serving, heard } = aServing();
    serving.noticed(word('state'));
    serving.lost();
    expect(heard).toEqual(['state 500', 'full 200']);
  });

  test('stays HTTP until another connection holds: one that is sent back at once says nothing', () => {
    const { serving, heard } = aServing();
    serving.noticed(word('http'));
    serving.lost();
    serving.greeted(500);
    vi.advanceTimersByTime(500);
    serving.noticed(word('http'));
    vi.advanceTimersByTime(5_000);
    expect(heard).toEqual(['http 500']);
    serving.greeted(200);
    vi.advanceTimersByTime(1_500);
    expect(heard).toEqual(['http 500', 'full 200']);
  });
});
