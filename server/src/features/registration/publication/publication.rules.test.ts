import type { ActivityForm, FuzzyTime } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import type { FilingRow } from '../filings.repository.js';
import { activityOf, ownChannelOf, plansOf } from './publication.rules.js';

const unit = {
  key: 'gx-nature-museum',
  name: '广西自然博物馆',
  type: 'science_museum',
  region: '450000',
  isApplied: false,
  kind: 'province_level',
};
const aRow = (changes: Partial<ActivityForm> = {}): FilingRow => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  version: 3,
  state: 'approved',
  organization: unit.key,
  campaign: 'bagui-2023',
  home: '450000',
  externalId: null,
  ladder: ['450000'],
  joint: [],
  level: 0,
  round: 1,
  scope: '450000',
  nextScope: null,
  form: aForm(changes),
  filedBy: '0198c0de-0000-7000-8000-000000000002',
  publishBy: '2023-09-21',
  escalatesAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  submittedAt: new Date(0),
  changeLevel: null,
  movesAt: null,
});
let made = 0;
const newId = () => `id-${(made += 1)}`;

describe('a unit’s own channel', () => {
  test('has the unit’s key, or the next that is free', () => {
    expect(ownChannelOf(unit, aRow(), ['guangxi']).slug).toBe('gx-nature-museum');
    expect(ownChannelOf(unit, aRow(), ['gx-nature-museum', 'gx-nature-museum-2']).slug).toBe('gx-nature-museum-3');
  });
  test('stands in no matrix', () => expect(ownChannelOf(unit, aRow(), []).matrix ?? null).toBeNull());
});

describe('the sessions of a filing', () => {
  const [session] = aForm().sessions;
  if (!session) throw new Error('the form has a session');
  const withTime = (time: FuzzyTime | undefined) => plansOf(aRow({ sessions: [{ ...session, time }] }), 'gx-nature-museum', newId);

  test('are planned when their time is exact', () => {
    expect(withTime(session.time)).toMatchObject([
      { channel: 'gx-nature-museum', title: '恐龙醒来', startsAt: new Date('2023-09-28T15:00:00+08:00') },
    ]);
  });
  test('wait while their time is fuzzy, tentative or open', () => {
    expect(withTime({ precision: 'day', from: '2023-09-28', to: '2023-09-28', tentative: false })).toEqual([]);
    expect(
      withTime({ precision: 'exact', startsAt: '2023-09-28T15:00:00+08:00', endsAt: '2023-09-28T16:00:00+08:00', tentative: true }),
    ).toEqual([]);
    expect(withTime(undefined)).toEqual([]);
  });

  test.each([
    ['https://live.example.org/a.m3u8', 'hls-live'],
    ['https://live.example.org/a.mp4', 'mp4'],
    ['https://www.bilibili.com/video/BV1xx411c7mD', 'embed'],
    ['https://example.org/live/show', 'open'],
    ['rtmp://push.example.org/live/key', undefined],
  ])('%s is a link of kind %s', (address, kind) => {
    const [plan] = plansOf(aRow({ sessions: [{ ...session, links: [{ address }] }] }), 'c', newId);
    expect(plan?.links.map((link) => link.kind)).toEqual(kind === undefined ? [] : [kind]);
  });
});

test('an activity keeps the words of its time, and of its hosts those that the registry knows', () => {
  const time = { precision: 'tenDay', from: '2023-09-11', to: '2023-09-30', tentative: true } as const;
  const row = aRow({ time, sessions: [], hosts: [{ name: '广西自然博物馆' }], undertakers: [{ name: '不在库里' }] });
  expect(activityOf(row, '450000', (name) => (name === unit.name ? unit.key : undefined))).toMatchObject({
    time: { precision: 'tenDay', text: '2023年9月中下旬', tentative: true },
    fromDate: '2023-09-11',
    toDate: '2023-09-30',
    hosts: [{ org: 'gx-nature-museum' }],
    undertakers: [],
    place: { regions: ['450000'] },
  });
});
