import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelCut, type CutAct, cutWord, fieldOf, inForce, isOn, newerActs, stopsChannel } from './cut.rules.js';

const guilin = ['450300', '450000', 'CN'];
const anAct = (changed: Partial<CutAct> = {}): CutAct => ({
  id: 'a',
  number: 1,
  target: 'channel',
  targetId: 'guilin',
  on: true,
  title: '桂林',
  reason: '画面不对',
  region: '450300',
  by: { id: 'm', name: '审核员' },
  at: 0,
  ...changed,
});
const known = (...acts: CutAct[]) => new Map(acts.map((act) => [fieldOf(act), act]));

describe('of several acts on one target', () => {
  test('the one with the highest number holds, in whatever order they come and however often', () => {
    const acts = [1, 2, 3, 4].map((number) => anAct({ number, on: number % 2 === 0, id: String(number) }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...acts, ...acts], { minLength: 8 }), (heard) => {
        const book = new Map<string, CutAct>();
        for (const act of heard) for (const newer of newerActs(book, [act])) book.set(fieldOf(newer), newer);
        expect(book.get('channel guilin')?.number).toBe(4);
        expect(newerActs(book, acts)).toEqual([]);
      }),
    );
  });

  test('those heard together count once, and nothing that is older', () => {
    expect(newerActs(known(anAct({ number: 5 })), [anAct({ number: 4 }), anAct({ number: 7 }), anAct({ number: 6 })])).toEqual([
      anAct({ number: 7 }),
    ]);
  });

  test('what was put back holds no longer', () => {
    const acts = known(anAct({ on: false, number: 2 }), anAct({ targetId: 'hechi', number: 3 }), anAct({ targetId: 'baise', number: 4 }));
    expect(inForce(acts).map(({ targetId }) => targetId)).toEqual(['baise', 'hechi']);
  });
});

describe('a channel', () => {
  test.each([
    [anAct(), true],
    [anAct({ targetId: 'hechi' }), false],
    [anAct({ on: false }), false],
    [anAct({ target: 'region', targetId: '450300' }), true],
    [anAct({ target: 'region', targetId: '450000' }), true],
    [anAct({ target: 'region', targetId: 'CN' }), true],
    [anAct({ target: 'region', targetId: '510000' }), false],
    [anAct({ target: 'session', targetId: 'guilin' }), false],
    [anAct({ target: 'link', targetId: 'guilin' }), false],
  ])('of Guilin with %j is off the air: %s', (act, expected) => {
    expect(stopsChannel(known(act), 'guilin', guilin)).toBe(expected);
  });

  const place = { slug: 'guilin', path: guilin, sessions: ['s1', 's2'], links: ['l1', 'l2'] };
  test('says what of it is cut, and nothing when nothing is', () => {
    expect(channelCut(known(), place)).toBeUndefined();
    expect(channelCut(known(anAct({ targetId: 'hechi' })), place)).toBeUndefined();
    expect(channelCut(known(anAct(), anAct({ target: 'link', targetId: 'l2' })), place)).toEqual({ whole: true, links: ['l2'] });
    expect(channelCut(known(anAct({ target: 'session', targetId: 's1' })), place)).toEqual({ sessions: ['s1'] });
  });

  test('is not stopped by a cut of its session or link: those are asked apart', () => {
    const acts = known(anAct({ target: 'session', targetId: 's1' }), anAct({ target: 'link', targetId: 'l1', on: false }));
    expect([isOn(acts, 'session', 's1'), isOn(acts, 'session', 's2'), isOn(acts, 'link', 'l1')]).toEqual([true, false, false]);
  });
});

test('the word that everybody gets has no reason, and a region’s has its subtree', () => {
  expect(cutWord(anAct(), ['450300'])).toEqual({ target: 'channel', id: 'guilin', on: true });
  expect(cutWord(anAct({ target: 'region', targetId: '450300', on: false }), ['450300'])).toEqual({
    target: 'region',
    id: '450300',
    on: false,
    within: ['450300'],
  });
});
