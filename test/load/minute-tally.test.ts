import { expect, test } from 'vitest';
import { MinuteTally } from './minute-tally.js';

test('a minute counts what was acknowledged, refused by code, and not answered', () => {
  const tally = new MinuteTally();
  const answers = Array.from({ length: 4 }, () => tally.say());
  answers[0]?.({ ok: true, value: { id: 'a', status: 'published', at: 1, text: 'x', seq: 1 } });
  answers[1]?.({ ok: false, error: { code: 'busy', retry: 'later' } });
  answers[2]?.({ ok: false, error: { code: 'busy', retry: 'later' } });
  answers[3]?.(undefined);
  tally.over();
  expect(tally.minute()).toMatchObject({ said: 4, acked: 1, refused: { busy: 2 }, unanswered: 1 });
  expect(tally.minute().p99Ms).toBeGreaterThanOrEqual(0);
});
