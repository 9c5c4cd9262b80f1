import { usualLead } from '@yunhui/domain';
import { loadDemoData } from '@yunhui/demo';
import { expect, test } from 'vitest';
import { campaignRules, quotaFor } from './campaign-rules.js';

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
