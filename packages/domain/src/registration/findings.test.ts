import type { ActivityForm, FuzzyTime, LinkVerdict, WantedSession } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { blankForm } from './difference.js';
import { weekdays } from './calendar.js';
import { usualLead } from './deadlines.js';
import { findingWords } from './finding-words.js';
import { type FilingContext, findingsOf, submitRefusal } from './findings.js';

const museum = '广西壮族自治区自然博物馆';
const at = (day: string, from: string, to: string): FuzzyTime => ({
  precision: 'exact',
  startsAt: `${day}T${from}:00+08:00`,
  endsAt: `${day}T${to}:00+08:00`,
  tentative: false,
});
const aSession = (over: Partial<WantedSession> = {}): WantedSession => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  title: '恐龙醒来',
  form: '直播',
  time: at('2023-09-28', '15:00', '16:30'),
  links: [{ address: 'https://live.example.org/fossil.m3u8', verdict: 'OK' }],
  captions: true,
  ...over,
});
const aForm = (over: Partial<ActivityForm> = {}): ActivityForm => ({
  title: '“遇见恐龙”广西恐龙发现六十周年展示',
  summary: '看一具真的骨架怎样装起来。',
  mode: 'online',
  block: 'regional',
  forms: ['直播', '云看展'],
  domains: ['科学教育'],
  programmeTags: [],
  time: at('2023-09-28', '15:00', '16:30'),
  hosts: [{ name: museum }],
  undertakers: [],
  coOrganizers: [],
  sessions: [aSession()],
  ...over,
});
const context: FilingContext = {
  today: '2023-09-15',
  isWorking: weekdays,
  rules: { lead: usualLead, filing: { from: '2023-08-21', to: '2023-09-30' }, window: { from: '2023-09-01', to: '2023-11-30' } },
  levels: 1,
  registry: (name) =>
    name === museum ? { is: 'exact' } : name === '自治区自然博物馆' ? { is: 'alias', fullName: museum } : { is: 'unknown' },
  filedBy: museum,
  taken: [],
};
const found = (form: ActivityForm, over: Partial<FilingContext> = {}) =>
  findingsOf(form, { ...context, ...over }).items.map(({ severity, code, at: where }) =>
    where === undefined ? `${severity} ${code}` : `${severity} ${code} @${typeof where === 'number' ? where : 'session'}`,
  );

describe('a form', () => {
  test('that is whole and in time has nothing to mend', () => {
    expect(findingsOf(aForm(), context)).toEqual({
      items: [],
      deadline: { publishBy: '2023-09-21', submitBy: '2023-09-19', daysLeft: 5, reviewWorkingDays: 2 },
    });
  });

  test('that is empty is told what must be there, and no deadline that nobody can know', () => {
    expect(found(blankForm)).toEqual([
      'hard title.missing',
      'hard mode.missing',
      'hard block.missing',
      'hard time.missing',
      'hard hosts.missing',
      'soft summary.missing',
    ]);
    expect(findingsOf(blankForm, context).deadline).toBeUndefined();
  });

  test.each([
    ['online without form or session', { forms: [], sessions: [] }, ['hard forms.missing', 'soft sessions.missing']],
    ['offline without place and risk plan', { mode: 'offline', forms: [], sessions: [] }, ['hard place.missing', 'hard riskPlan.missing']],
    ['under another name of the unit', { hosts: [{ name: '自治区自然博物馆' }] }, ['hard unit.alias @0', 'soft unit.not-named']],
    [
      'with an unknown undertaker and co-organizer',
      { undertakers: [{ name: '某馆' }], coOrganizers: [{ name: '某会' }] },
      ['hard unit.unknown @0', 'soft unit.unknown @0'],
    ],
    ['whose time ends before it begins', { time: at('2023-09-28', '16:00', '15:00') }, ['hard time.malformed']],
    [
      'that begins before the campaign',
      { time: { precision: 'month', from: '2023-08-01', to: '2023-11-30', tentative: false } },
      ['soft deadline.passed', 'soft window.outside'],
    ],
    [
      'whose time is tentative and fuzzy',
      { time: { precision: 'tenDay', from: '2023-09-21', to: '2023-09-30', tentative: true }, sessions: [] },
      ['soft sessions.missing', 'soft deadline.passed'],
    ],
  ] satisfies [string, Partial<ActivityForm>, string[]][])('%s', (_, over, expected) => expect(found(aForm(over))).toEqual(expected));

  test.each([
    ['2023-08-20', ['hard filing.not-open']],
    ['2023-08-21', []],
    ['2023-09-19', []],
    ['2023-09-20', ['soft deadline.passed']],
    ['2023-09-30', ['soft deadline.passed']],
    ['2023-10-01', ['soft filing.closed', 'soft deadline.passed']],
  ])('filed on %s', (today, expected) => expect(found(aForm(), { today })).toEqual(expected));

  test('that is too late is refused where the rule is hard', () => {
    const rules = { ...context.rules, lead: { ...usualLead, enforcement: 'hard' as const } };
    expect(found(aForm(), { today: '2023-09-20', rules })).toEqual(['hard deadline.passed']);
  });

  test.each([
    [{ count: 0, min: 1, max: 2 }, 'quota.below'],
    [{ count: 1, min: 1, max: 2 }, 'quota.met'],
    [{ count: 2, min: 1, max: 2 }, 'quota.met'],
    [{ count: 3, min: 1, max: 2 }, 'quota.above'],
    [{ count: 9, min: 1 }, 'quota.met'],
  ])('with the quota %j is noted', (quota, code) => expect(found(aForm(), { quota })).toEqual([`note ${code}`]));
});

describe('a session', () => {
  const withSession = (over: Partial<WantedSession>, context_: Partial<FilingContext> = {}) =>
    found(aForm({ sessions: [aSession(over)] }), context_);

  test.each([
    ['without a title', { title: '' }, ['hard session.untitled @session']],
    ['on another day than the activity', { time: at('2023-09-29', '15:00', '16:30') }, ['hard session.outside @session']],
    ['whose time is none', { time: at('2023-09-28', '15:00', '15:00') }, ['hard session.malformed @session']],
    ['live without a stream', { links: [] }, ['soft session.no-link @session']],
    ['live without captions', { captions: false }, ['note session.no-captions @session']],
    ['live with sign language', { captions: false, signLanguage: true }, []],
  ] satisfies [string, Partial<WantedSession>, string[]][])('%s', (_, over, expected) => expect(withSession(over)).toEqual(expected));

  test.each<[LinkVerdict | undefined, string[]]>([
    ['OK', []],
    [undefined, ['soft link.unchecked @session']],
    ['NOT_LIVE', ['soft link.weak @session']],
    ['SLOW', ['soft link.weak @session']],
    ['MIXED', ['hard link.unplayable @session']],
    ['DEAD', ['hard link.unplayable @session']],
    ['NOT_HLS', ['hard link.unplayable @session']],
  ])('whose stream is %s', (verdict, expected) => {
    expect(withSession({ links: [{ address: 'https://live.example.org/a.m3u8', ...(verdict && { verdict }) }] })).toEqual(expected);
  });

  const taken = (from: string, to: string) => [
    { title: '水牛文化主题展', start: Date.parse(`2023-09-28T${from}:00+08:00`), end: Date.parse(`2023-09-28T${to}:00+08:00`) },
  ];
  test.each([
    ['14:00', '15:00', []],
    ['16:30', '17:00', []],
    ['16:00', '17:00', ['hard session.overlaps @session']],
    ['15:10', '15:20', ['hard session.overlaps @session']],
  ])('beside one from %s to %s on the same channel', (from, to, expected) =>
    expect(withSession({}, { taken: taken(from, to) })).toEqual(expected),
  );

  test('is told by how many minutes, and with what, it overlaps', () => {
    const [finding] = findingsOf(aForm(), { ...context, taken: taken('16:00', '17:00') }).items;
    expect(finding?.says.zh).toBe('“恐龙醒来”与“水牛文化主题展”在同一频道重叠 30 分钟');
  });

  test('overlaps another of the same form once', () => {
    const sessions = [
      aSession(),
      aSession({ id: '0198c0de-0000-7000-8000-000000000002', title: '化石装箱', time: at('2023-09-28', '16:00', '16:30') }),
    ];
    expect(found(aForm({ sessions }))).toEqual(['hard session.overlaps @session']);
  });

  test('whose time is fuzzy overlaps nothing: nobody knows', () => {
    const time: FuzzyTime = { precision: 'day', from: '2023-09-28', to: '2023-09-28', tentative: false };
    expect(withSession({ time }, { taken: taken('16:00', '17:00') })).toEqual([]);
  });
});

describe('submitting', () => {
  const refusal = (form: ActivityForm, reason?: string) =>
    submitRefusal(findingsOf(form, { ...context, today: '2023-09-20' }).items, reason);
  test('is refused while something must be mended', () => expect(refusal(aForm({ title: '' }), '因为')).toBe('hard'));
  test('too late needs a reason', () => {
    expect(refusal(aForm())).toBe('unexplained');
    expect(refusal(aForm(), '嘉宾档期刚定')).toBeUndefined();
  });
  test('advice keeps nobody from it', () => expect(submitRefusal(findingsOf(aForm({ summary: '' }), context).items)).toBeUndefined());
});

test('every finding fills all that its words ask for, in both languages, and says no word of its own code', () => {
  const all = findingsOf(
    aForm({ hosts: [{ name: '自治区自然博物馆' }], sessions: [aSession({ links: [{ address: 'x', verdict: 'DEAD' }] })] }),
    {
      ...context,
      today: '2023-10-02',
      taken: [{ title: '甲', start: 0, end: Date.parse('2024-01-01') }],
      quota: { count: 0, min: 1 },
    },
  ).items;
  expect(all.length).toBeGreaterThan(5);
  for (const { says } of all) expect(`${says.zh}${says.en}`).not.toMatch(/\{|undefined|“”/u);
  for (const { says } of Object.values(findingWords)) expect(says.zh).not.toContain('!');
  expect(all.find(({ code }) => code === 'unit.alias')?.instead).toBe(museum);
});
