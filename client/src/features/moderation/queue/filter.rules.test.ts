import type { QueueItem } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { isInView } from './filter.rules.js';
import type { QueueView } from './queue.types.js';

const anItem = {
  topic: 'room:deep-space',
  kind: 'danmaku',
  text: '加我 WeChat',
  author: { name: '山城脚夫' },
  risk: 'high',
  why: 'screening',
  state: 'held',
} as QueueItem;
const sees = (view: Partial<QueueView>, item: Partial<QueueItem> = {}): boolean =>
  isInView({ ...anItem, ...item }, { topic: undefined, filter: 'all', words: '', ...view }, 'me');

describe('a new item belongs to what one looks at', () => {
  test('by its room', () => {
    expect([sees({ topic: 'room:deep-space' }), sees({ topic: 'room:microscope' })]).toEqual([true, false]);
  });

  test('by its words or its author’s name, however they are written', () => {
    expect([sees({ words: ' wechat' }), sees({ words: '脚夫' }), sees({ words: '别的' })]).toEqual([true, true, false]);
  });

  test('by its kind and risk', () => {
    expect([sees({ filter: 'high' }), sees({ filter: 'danmaku' }), sees({ filter: 'question' })]).toEqual([true, true, false]);
    expect([sees({ filter: 'burst' }), sees({ filter: 'burst' }, { burst: { id: 'b', size: 3 } })]).toEqual([false, true]);
  });

  test('by who has it', () => {
    const claim = { by: { id: 'me', name: '我' }, until: '' };
    expect([sees({ filter: 'mine' }), sees({ filter: 'mine' }, { claim })]).toEqual([false, true]);
  });

  test('but a delayed one only where one asks for it: it appears by itself', () => {
    const why = 'delayed';
    expect([sees({}, { why }), sees({ filter: 'delayed' }, { why }), sees({ filter: 'delayed' })]).toEqual([false, true, false]);
  });
});
