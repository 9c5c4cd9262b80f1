import { NoticeKind } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { kinds, mayKeepHub, withKind } from './mail.rules.js';

test('a kind is chosen and left out, and the others stay', () => {
  expect(withKind(['filing.published'], 'filing.returned', true)).toEqual(['filing.returned', 'filing.published']);
  expect(withKind(kinds, 'filing.returned', false)).toEqual(kinds.filter((kind) => kind !== 'filing.returned'));
  expect(withKind([], 'filing.returned', false)).toEqual([]);
});

test('every kind is offered: what is not would be left out with the next choice', () => {
  expect(kinds.toSorted()).toEqual(NoticeKind.options.toSorted());
});

test('the hub is kept by operators of the country', () => {
  expect(mayKeepHub([{ role: 'operator', region: 'CN' }])).toBe(true);
  expect(mayKeepHub([{ role: 'operator', region: '450000' }])).toBe(false);
  expect(mayKeepHub([{ role: 'reviewer', region: 'CN' }])).toBe(false);
});
