import { supplementPlan, usualLead, usualSupplement } from '@yunhui/domain';
import { loadDemoData } from '@yunhui/demo';
import { describe, expect, test } from 'vitest';
import { campaignRules, quotaFor, supplementRules } from './campaign-rules.js';

const { campaigns } = loadDemoData();
const noticeOf = (slug: string) => {
  const notice = campaigns.find((campaign) => campaign.slug === slug);
  if (!notice) throw new Error(slug);
  return notice;
};

test.each([
  ['bagui-2023', { from: '2023-08-21', to: '2023-09-30' }, { from: '2023-09-01', to: '2023-11-30' }],
  ['kepuri-2023', { from: '2023-08-21' }, { from: '2023-01-01', to: '2023-12-31' }],
  ['kepuri-2023-chengdu', {}, { from: '2023-08-15', to: '2023-10-15' }],
])('%s says when one files and when activities are; what it does not say is the product’s', (slug, filing, window) => {
  const notice = noticeOf(slug);
  expect(campaignRules(notice, notice.windows)).toEqual({ lead: usualLead, filing, window });
});

test('a notice that makes the lead hard, or longer, is followed', () => {
  const notice = { rules: { leadDays: { value: 10, enforcement: 'hard' } } };
  expect(campaignRules(notice, [])).toEqual({ lead: { ...usualLead, leadDays: 10, enforcement: 'hard' }, filing: {}, window: {} });
});

test.each([
  ['association', 'county', { per: 'place', min: 7, max: 10 }],
  ['enterprise', 'functional_zone', { per: 'place', min: 3, max: 5 }],
  ['society', 'prefecture', { per: 'unit', min: 1, max: 2 }],
  ['member_unit', 'prefecture', { per: 'unit', min: 1, max: 2 }],
  ['association', 'prefecture', undefined],
])('004 asks of a %s in a %s', (type, kind, expected) => {
  expect(quotaFor(noticeOf('kepuri-2023-tangshan'), { type, kind })).toEqual(expected);
});

test('a notice that gives no number gives no quota', () => {
  expect(quotaFor(noticeOf('bagui-2023'), { type: 'society', kind: 'province_level' })).toBeUndefined();
});

describe('how long one supplements', () => {
  const around = (...slugs: string[]) => slugs.map((slug) => ({ notice: noticeOf(slug), windows: noticeOf(slug).windows }));
  const planOf = (own: string, end: string) => {
    const { cutOffs, rule } = supplementRules(noticeOf(own), around(own, 'kepuri-2023'));
    return supplementPlan(end, cutOffs, rule);
  };

  test.each([
    // 10 days after the end, where no cut-off comes first
    ['bagui-2023', '2023-09-20', '2023-09-30', undefined],
    ['bagui-2023', '2023-10-20', '2023-10-30', undefined],
    // 10 October, by whoever is named first
    ['bagui-2023', '2023-10-03', '2023-10-10', 'gx-recommendation'],
    ['kepuri-2023-tangshan', '2023-10-03', '2023-10-10', 'national-summary'],
    // 26 September binds what ended by the 23rd, and not what ended a day later
    ['kepuri-2023-tangshan', '2023-09-23', '2023-09-26', 'ts-summary'],
    ['kepuri-2023-tangshan', '2023-09-24', '2023-10-04', undefined],
  ])('in %s, ended on %s, until %s', (own, end, deadline, cutOff) => {
    const boundBy = cutOff === undefined ? { rule: 'days-after-end', days: 10 } : { rule: 'cut-off', key: cutOff };
    expect(planOf(own, end)).toMatchObject({ deadline, boundBy });
  });

  test('a cut-off for plans is none for what took place, and one without a day is none', () => {
    expect(supplementRules(noticeOf('kepuri-2023-chengdu'), around('kepuri-2023-chengdu'))).toEqual({ rule: usualSupplement, cutOffs: [] });
  });
});
