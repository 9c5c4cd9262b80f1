import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidesAt, isSelfMade, ladderOf, reviewLines } from './ladder.js';

const country = { key: 'CN', kind: 'country' };
const guangxi = [{ key: '450000', kind: 'province_level' }, country];
const nanning = [{ key: '450100', kind: 'prefecture' }, ...guangxi];
const hengzhou = [{ key: '450181', kind: 'county' }, ...nanning];
const village = [{ key: '450181-v', kind: 'village' }, { key: '450181-t', kind: 'township' }, ...hengzhou];
const dongcheng = [{ key: '110101', kind: 'county' }, { key: '110000', kind: 'province_level' }, country];
const tianfu = [
  { key: 'CD-TIANFU', kind: 'functional_zone' },
  { key: '510100', kind: 'sub_provincial_city' },
  { key: '510000', kind: 'province_level' },
  country,
];

describe('the ladder', () => {
  test.each([
    ['a county’s association', 'association', hengzhou, ['450181', '450100', '450000']],
    ['a village’s base', 'education_base', village, ['450181', '450100', '450000']],
    ['a city’s association', 'association', nanning, ['450100', '450000']],
    ['a provincial unit', 'member_unit', guangxi, ['450000']],
    ['a provincial society', 'society', guangxi, ['450000']],
    ['a district of a municipality', 'enterprise', dongcheng, ['110101', '110000']],
    ['a development zone', 'government', tianfu, ['CD-TIANFU', '510100', '510000']],
    ['兵团', 'association', [{ key: 'XPCC', kind: 'province_level' }, country], ['XPCC']],
    ['a ministry', 'member_unit', [country], [reviewLines.ministry]],
    ['a national society', 'society', [country], [reviewLines.society]],
    ['a special participant', 'special_participant', [country], ['CN']],
  ])('of %s', (_, type, path, expected) => expect(ladderOf(type, path)).toEqual(expected));

  test('of a unit whose region nobody knows has no level', () => expect(ladderOf('association', [])).toEqual([]));
});

describe('a level', () => {
  const ladder = ['450181', '450100', '450000'];
  test.each([
    [0, false, ['450181'], 0],
    [0, false, ['450100'], undefined],
    [0, false, ['450000'], undefined],
    [0, true, ['450100'], 1],
    [0, true, ['450000'], undefined],
    [0, true, ['450181', '450100'], 0],
    [1, true, ['450181'], undefined],
    [2, true, ['450000'], 2],
    [2, true, ['CN'], undefined],
  ])('%i, escalated %s: who reviews %j decides at', (level, isEscalated, scopes, expected) => {
    expect(decidesAt({ ladder, level, isEscalated }, scopes)).toBe(expected);
  });

  test('is decided by nobody of another subtree, escalated or not', () => {
    const elsewhere = fc.constantFrom('450102', '450300', '510000', '110000', 'LINE-SOCIETY');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.array(elsewhere), (level, isEscalated, scopes) => {
        expect(decidesAt({ ladder, level, isEscalated }, scopes)).toBeUndefined();
      }),
    );
  });
});

test.each([
  [[], false],
  [['APPLICANTS'], true],
  [['APPLICANTS', 'UNITS'], false],
  [['UNITS'], false],
  [['450000'], false],
])('an account with grants in %j is self-made: %s', (regions, expected) =>
  expect(isSelfMade(regions.map((region) => ({ region })))).toBe(expected),
);
