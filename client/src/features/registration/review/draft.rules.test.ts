import { expect, test } from 'vitest';
import { noDraft, reasoned, reasonsOf, toggled } from './draft.rules.js';

test('a part is marked with the reason that is most often its own, and left again', () => {
  const draft = toggled(noDraft, 'hosts');
  expect(reasonsOf(draft)).toEqual([{ field: 'hosts', code: 'wrong-name' }]);
  expect(toggled(draft, 'hosts').size).toBe(0);
});

test('a note goes with its part, and an empty one is none', () => {
  const draft = reasoned(toggled(noDraft, 'title'), 'title', { code: 'other', note: '  写全称 ' });
  expect(reasonsOf(draft)).toEqual([{ field: 'title', code: 'other', note: '写全称' }]);
  expect(reasonsOf(reasoned(draft, 'title', { note: '  ' }))).toEqual([{ field: 'title', code: 'other' }]);
});

test('a part that is not marked has no reason', () => {
  expect(reasoned(noDraft, 'title', { note: '写全称' })).toBe(noDraft);
});
