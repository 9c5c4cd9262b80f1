import { SearchHit } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairlyMixed } from './search-mix.rules.js';

const kinds = SearchHit.shape.kind.options;
const hitsOf = (given: readonly SearchHit['kind'][]): SearchHit[] => given.map((kind, at) => ({ kind, id: `${at}`, title: '', marks: [] }));
const idsOf = (hits: readonly SearchHit[]) => hits.map(({ id }) => Number(id));
const found = fc.array(fc.constantFrom(...kinds), { maxLength: 80 }).map(hitsOf);
const limit = fc.integer({ min: 1, max: 50 });

describe('what is given of what was found', () => {
  test('has a session though more units than fit stand before it', () => {
    const hits = hitsOf([...Array<'organization'>(60).fill('organization'), 'session', 'channel']);
    expect(idsOf(fairlyMixed(hits, 40))).toEqual([...Array(38).keys(), 60, 61]);
  });

  test('is as much as is asked for or all there is, best first, and the best of all is there', () => {
    fc.assert(
      fc.property(found, limit, (hits, most) => {
        const ids = idsOf(fairlyMixed(hits, most));
        expect(ids).toHaveLength(Math.min(most, hits.length));
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
        expect(ids[0]).toBe(hits.length > 0 ? 0 : undefined);
      }),
    );
  });

  test('leaves a hit out only where its kind has its share', () => {
    fc.assert(
      fc.property(found, limit, (hits, most) => {
        const share = Math.floor(most / new Set(hits.map(({ kind }) => kind)).size);
        const given = fairlyMixed(hits, most);
        for (const { kind } of hits.filter((hit) => !given.includes(hit)))
          expect(given.filter((hit) => hit.kind === kind).length).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
