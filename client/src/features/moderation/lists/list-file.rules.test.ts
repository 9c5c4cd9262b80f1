import { describe, expect, test } from 'vitest';
import { listsIn } from './list-file.rules.js';

describe('a file of lists', () => {
  test('has terms', () => {
    expect(listsIn('[{"id":"t1","term":"x"}]')).toEqual({ ok: true, terms: [{ id: 't1', term: 'x' }], allow: [] });
  });

  test('has phrases, as objects or as mere words', () => {
    expect(listsIn('["路口",{"phrase":"核聚变"}]')).toEqual({ ok: true, terms: [], allow: [{ phrase: '路口' }, { phrase: '核聚变' }] });
  });

  test('has both', () => {
    expect(listsIn('{"terms":[{"term":"x"}],"allow":["路口"]}')).toEqual({ ok: true, terms: [{ term: 'x' }], allow: [{ phrase: '路口' }] });
  });

  test.each(['', '{', '7', 'null', '{}', '{"terms":7}'])('is none when it says %j', (text) => {
    expect(listsIn(text)).toEqual({ ok: false });
  });
});
