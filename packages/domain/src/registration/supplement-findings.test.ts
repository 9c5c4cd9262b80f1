import type { SupplementContent } from '@yunhui/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSupplement, isEvidence, peopleIn, supplementFindings } from './supplement-findings.js';

const address = 'https://mp.weixin.qq.com/s/abc';
const whole: SupplementContent = {
  pictures: [],
  photos: [address],
  online: [address],
  videos: [address],
  news: [address],
  scienceWorkers: 2,
  workerList: '甲，某某大学\n乙，某某学会',
  summary: '三百人到场，两万人在线。',
};
const said = (changes: Partial<SupplementContent>, mode: Parameters<typeof supplementFindings>[1] = 'hybrid') =>
  supplementFindings({ ...whole, ...changes }, mode).map(({ code, severity, at }) => [code, severity, ...(at === undefined ? [] : [at])]);

describe('a supplement', () => {
  test.each<[string, Partial<SupplementContent>, Parameters<typeof supplementFindings>[1], unknown[]]>([
    ['that is whole', {}, 'hybrid', []],
    ['without its summary', { summary: ' ' }, 'online', [['summary.missing', 'hard']]],
    ['of what was on site, without pictures', { photos: [] }, 'offline', [['photos.missing', 'hard']]],
    [
      'of what was on site, with a picture that was brought here',
      { photos: [], pictures: ['0199a000-0000-4000-8000-000000000001'] },
      'offline',
      [],
    ],
    ['of what was online alone, without pictures', { photos: [''] }, 'online', [['photos.missing', 'soft']]],
    ['of what was online, without an address', { online: [] }, 'hybrid', [['online.missing', 'hard']]],
    ['of what was on site alone, without an address', { online: [] }, 'offline', []],
    ['of what was on site, without a film', { videos: [] }, 'offline', [['videos.missing', 'soft']]],
    ['of what was online alone, without a film', { videos: [] }, 'online', []],
    ['nobody reported of', { news: [] }, 'online', [['news.missing', 'soft']]],
    ['without a number of people', { scienceWorkers: undefined }, 'online', [['scienceWorkers.missing', 'hard']]],
    ['in which nobody took part', { scienceWorkers: 0, workerList: undefined }, 'online', []],
    ['in which people took part whom it does not name', { workerList: '\n ' }, 'online', [['workerList.missing', 'hard']]],
    ['that names another number', { workerList: '甲' }, 'online', [['workerList.count', 'soft']]],
    ['with words for an address', { news: [address, '见报纸'] }, 'online', [['address.malformed', 'hard', 1]]],
  ])('%s', (_, changes, mode, expected) => expect(said(changes, mode)).toEqual(expected));

  test('says first what stands in its way, and in numbers what does not agree', () => {
    const found = supplementFindings({ ...whole, videos: [], summary: '', workerList: '甲' }, 'hybrid');
    expect(found.map(({ severity }) => severity)).toEqual(['hard', 'soft', 'soft']);
    expect(found.at(-1)?.says).toEqual({ zh: '名单有 1 位，人数填的是 2', en: 'The list names 1, the number says 2' });
  });

  test('that is blank lacks a summary and a number, however it took place', () => {
    for (const mode of ['online', 'offline', 'hybrid', undefined] as const) {
      const codes = supplementFindings(blankSupplement, mode).map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['summary.missing', 'scienceWorkers.missing']));
    }
  });
});

test.each([
  ['https://example.org/a?b=c#d', true],
  [' http://example.org ', true],
  ['example.org', false],
  ['javascript://example.org/%0aalert(1)', false],
  ['ftp://example.org/a', false],
  ['https://somebody:word@example.org/', false],
  ['https://localhost/a', false],
  ['', false],
])('%s is evidence: %s', (written, expected) => expect(isEvidence(written)).toBe(expected));

test('a list names as many as it has lines with something in them', () => {
  const lines = fc.array(fc.constantFrom('', '  ', '甲', '乙，某某大学'));
  fc.assert(
    fc.property(lines, (all) => {
      expect(peopleIn(all.join('\n'))).toBe(all.filter((line) => line.trim() !== '').length);
    }),
  );
});
