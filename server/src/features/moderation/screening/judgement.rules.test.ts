import { atOnce, buildLists, type Lists, screen } from '@yunhui/screening';
import { describe, expect, test } from 'vitest';
import { levelOf, ruleOf, screenedWith } from './judgement.rules.js';

const lists: Lists = {
  terms: [
    { id: 't1', term: '特价', category: 'ad', level: 1, action: 'mask' },
    { id: 't2', term: '加微信', category: 'diversion', level: 2, action: 'hold' },
    { id: 't3', term: '套现', category: 'fraud', level: 4, action: 'reject' },
  ],
  allow: [],
};
const built = atOnce(buildLists(lists));
const judged = (text: string, name = '小满') => screenedWith(text, screen(text, built), screen(name, built));

describe('what a moderator reads', () => {
  test('has its findings where they stand once masks are in the text', () => {
    const { text, findings } = judged('特价特价，想要的加微信吧');
    expect(text).toBe('******，想要的加微信吧');
    const held = findings.find(({ rule }) => rule === 't2');
    expect(text.slice(held?.start, held?.end)).toBe('加微信');
  });

  test('never has a number that finds a person, and says that it is masked', () => {
    const { text, isMasked, findings } = judged('打 13800138000 找我加微信');
    expect(text).toBe('打 *** 找我加微信');
    expect(isMasked).toBe(true);
    expect(findings.map(({ rule }) => rule)).toEqual(['personal.phone', 't2']);
  });

  test('can pass with everything masked that was found', () => {
    expect(judged('想要的加微信吧').masked).toBe('想要的***吧');
    expect(judged('平常的话').masked).toBeUndefined();
  });

  test('names what is wrong with the name, which has no place in the text', () => {
    const { verdict, findings } = judged('大家好', '加微信领取');
    expect(verdict).toBe('hold');
    expect(findings).toMatchObject([{ rule: 'name.t2', start: 0, end: 0 }]);
  });
});

describe('what the sender is told', () => {
  test('is the category of the worst that was found', () => {
    expect(ruleOf(judged('特价套现加微信').findings)).toBe('fraud');
    expect(levelOf(judged('特价套现加微信').findings)).toBe(4);
  });

  test('is the name, when that is what is wrong', () => {
    expect(ruleOf(judged('大家好', '套现').findings)).toBe('name');
  });

  test('is something the pages have words for, whatever a list calls it', () => {
    const odd = atOnce(buildLists({ terms: [{ id: 'o', term: '怪词', category: 'odd', level: 2, action: 'reject' }], allow: [] }));
    expect(ruleOf(screenedWith('怪词', screen('怪词', odd), screen('小满', odd)).findings)).toBe('other');
  });
});
