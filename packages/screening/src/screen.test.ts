import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from './build-automaton.js';
import { buildLists } from './lists.js';
import type { Term } from './term.js';
import { normalise, shownText } from './normal-text.js';
import { screen, versionOf } from './screen.js';

const aTerm = (term: string, more: Partial<Term> = {}): Term => ({
  id: `t-${term}`,
  term,
  category: 'ad',
  level: 2,
  action: 'hold',
  ...more,
});
const listsOf = (terms: readonly Term[], allow: readonly string[] = []) =>
  atOnce(buildLists({ terms, allow: allow.map((phrase) => ({ phrase })) }));

const lists = listsOf(
  [
    aTerm('加群'),
    aTerm('加微信'),
    aTerm('代写', { action: 'reject', level: 3 }),
    aTerm('傻瓜', { action: 'mask', level: 1 }),
    aTerm('时时彩'),
    aTerm('日赚300'),
    aTerm('VIP群'),
    aTerm('清仓'),
  ],
  ['清仓鼠'],
);
const verdict = (text: string) => screen(text, lists).verdict;
const exposed = (text: string) => screen(text, lists).findings[0]?.exposedBy;

describe('a term is found', () => {
  test.each([
    ['as it is', '快加群吧', []],
    ['in full width', '进ＶＩＰ群', ['width']],
    ['in look-alikes', 'ѴІΡ群', ['look-alike']],
    ['in traditional characters', '專業代寫', ['traditional']],
    ['with digit words', '日赚叁〇〇', ['digit-word']],
    ['with hidden characters', '代\u200b写', ['hidden']],
    ['with marks on top', '代\u0336写\u0336', ['hidden']],
    ['with gaps', '代 写 论文', ['gap']],
    ['with emoji between', '加🔥群', ['gap']],
    ['one character to a line', '加\n微\n信', ['gap']],
    ['with repeats', '代代写写写', ['repeat']],
    ['with characters in pieces', '加君羊', ['split']],
    ['by its sound', '加薇芯', ['pinyin']],
    ['by its sound in letters', 'jiā wēi xìn', ['pinyin']],
    ['backwards', '想要的信微加', ['reversed']],
    ['half in letters', '想要资料的同学们都来加wei信', ['pinyin']],
  ])('%s', (_how, text, by) => {
    expect(exposed(text)).toEqual(by);
  });
});

describe('a text is innocent', () => {
  test.each([
    ['when the term begins inside a word', '现代写作课'],
    ['when the term ends inside a word', '我国古代写实绘画'],
    ['when two clauses meet in it', '他还在参加，群里没人'],
    ['when an allowed phrase covers the term', '清仓鼠真可爱'],
    ['when a repeat of the term is missing', '当时彩虹出来了'],
    ['when the term is a part of a Latin word', 'my SVIP群'],
    ['when it sounds like a part of a word', '科学家群体'],
  ])('%s', (_why, text) => {
    expect(verdict(text)).toBe('pass');
  });
});

describe('an allowed phrase', () => {
  test('does not cover the term beside it', () => {
    expect(screen('清仓鼠清仓', lists).findings).toMatchObject([{ start: 3, end: 5 }]);
  });

  test('does not cover a longer term, wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙丁]{0,3}$/), fc.stringMatching(/^[甲乙丙丁]{1,3}$/), (before, after) => {
        const [phrase, term] = ['戊己庚辛', `戊己庚辛${after}`];
        const both = listsOf([aTerm(term), aTerm('戊己庚')], [phrase]);
        expect(screen(`${before}${term}`, both).findings.map(({ rule }) => rule)).toEqual([`t-${term}`]);
        expect(screen(`${before}${phrase}`, both).verdict).toBe('pass');
      }),
    );
  });
});

describe('a verdict', () => {
  test('is the severest of its findings, each with rule and place', () => {
    expect(screen('傻瓜才找人代写', lists)).toMatchObject({
      verdict: 'reject',
      findings: [
        { rule: 't-傻瓜', start: 0, end: 2, action: 'mask' },
        { rule: 't-代写', start: 5, end: 7, action: 'reject', level: 3 },
      ],
    });
  });

  test('masks what is to be masked, and what would find a person', () => {
    expect(screen('傻瓜，打 13800138000', lists)).toMatchObject({ verdict: 'mask', text: '***，打 ***' });
  });

  test('of a sound alone is never more than a hold', () => {
    expect(verdict('呆写')).toBe('hold');
  });

  test('weighs who wrote it: new people do not disguise even mild words', () => {
    expect(screen('傻 瓜', lists, { trust: 0 }).verdict).toBe('hold');
    expect(screen('傻 瓜', lists, { trust: 1 }).verdict).toBe('mask');
    expect(screen('傻瓜', lists, { trust: 0 }).verdict).toBe('mask');
    expect(screen('加群', listsOf([aTerm('加群', { level: 1 })]), { trust: 2 }).verdict).toBe('mask');
    expect(screen('代写', lists, { trust: 2 }).verdict).toBe('reject');
  });

  test('of what is said over and over is a hold of all of it, by everybody', () => {
    expect(screen('你好', lists, { person: 'repeats', trust: 2 })).toMatchObject({
      verdict: 'hold',
      findings: [{ rule: 'flood.repeats', start: 0, end: 2 }],
    });
  });

  test('of a long text compares sounds when another stage found fault', () => {
    const text = '听过课的同学们都可以来找我薇芯联系';
    expect(screen(text, listsOf([aTerm('微信')])).verdict).toBe('pass');
    expect(screen(text, listsOf([aTerm('微信')]), { person: 'repeats' }).findings).toMatchObject([{}, { exposedBy: ['pinyin'] }]);
  });

  test('of a display name is that of any text', () => {
    expect(screen('加君羊领资料', lists).verdict).toBe('hold');
    expect(screen('星空小明', lists).verdict).toBe('pass');
  });

  test('names pipeline and lists, and other lists have another name', () => {
    expect(screen('你好', lists).version).toBe(versionOf(lists));
    expect(versionOf(listsOf([aTerm('加群')]))).not.toBe(versionOf(listsOf([aTerm('加群', { level: 3 })])));
    expect(versionOf(listsOf([aTerm('加群')]))).toBe(versionOf(listsOf([aTerm('加群')])));
  });
});

const pieces = [
  '加',
  '群',
  '代',
  '写',
  '君羊',
  '时',
  '彩',
  'V',
  'ⅤІ',
  'p',
  ' ',
  '，',
  '\u200b',
  '\u0336',
  '🔥',
  '\ud83d',
  '\udc00',
  '①',
  '(1)',
  '㈠',
  '138',
  '@',
  'a.cn',
  'wei',
  '㎏',
  'ﷺ',
  '𠂇',
  '\n',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

describe('whatever is typed,', () => {
  test('every finding is a span of the original, and screening never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text !== '');
        for (const { start, end } of screen(text, lists, { person: 'repeats' }).findings) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('each kept character comes from the original, in its order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { starts, ends, length } = normalise(text);
        for (let place = 0; place < length; place += 1) {
          expect(ends[place]).toBeGreaterThan(starts[place] ?? 0);
          expect(ends[place]).toBeLessThanOrEqual(text.length);
          if (place > 0) expect(starts[place]).toBeGreaterThanOrEqual(starts[place - 1] ?? 0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('normalising what was normalised changes nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = shownText(normalise(text));
        expect(shownText(normalise(once))).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

test('a long text of one character takes no more than a moment', () => {
  const started = performance.now();
  for (const unit of ['加', '1', '君', 'a@', '1 ', '138-', '的wei', '\u0336', '。']) screen(unit.repeat(8000 / unit.length), lists);
  expect(performance.now() - started).toBeLessThan(1000);
});
