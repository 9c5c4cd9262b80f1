import type { Outcome } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { openOutcomes } from './outcomes.rules.js';

const outcome = (id: string, kind: Outcome['kind']): Outcome => ({ id, kind, result: 'upheld', at: 1 });
const [report, other, warning, appeal] = [outcome('r', 'report'), outcome('s', 'report'), outcome('w', 'warning'), outcome('a', 'appeal')];

test('a warning and an appeal are read one after the other, reports are said in passing', () => {
  const all = [report, warning, appeal, other];
  expect(openOutcomes(all, new Set())).toEqual({ toRead: warning, toGlance: [report, other] });
  expect(openOutcomes(all, new Set(['w', 'r']))).toEqual({ toRead: appeal, toGlance: [other] });
  expect(openOutcomes(all, new Set(['w', 'r', 's', 'a']))).toEqual({ toRead: undefined, toGlance: [] });
});
