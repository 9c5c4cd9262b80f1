import type { ActivityForm, ProgrammeSession } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { actsOf, editOf, wholeActsOf } from './programme.rules.js';

const id = '0198c0de-0000-7000-8000-000000000001';
const slot = { startsAt: '2023-09-28T15:00:00+08:00', endsAt: '2023-09-28T16:00:00+08:00' };
const later = { startsAt: '2023-09-29T15:00:00+08:00', endsAt: '2023-09-29T16:00:00+08:00' };
const time = { precision: 'exact', ...slot, tentative: false } as const;
const form: ActivityForm = {
  title: '遇见恐龙',
  forms: [],
  domains: [],
  programmeTags: [],
  time,
  hosts: [],
  undertakers: [],
  coOrganizers: [],
  sessions: [{ id, title: '恐龙醒来', time, links: [] }],
};
const aSession = (changes: Partial<ProgrammeSession> = {}): ProgrammeSession => ({
  id: 's1',
  filedAs: id,
  channel: 'c',
  title: '恐龙醒来',
  form: '直播',
  ...slot,
  state: 'scheduled',
  late: false,
  ...changes,
});

describe('what is offered', () => {
  test.each<[string, ProgrammeSession, Parameters<typeof actsOf>[1], string[]]>([
    ['of what is ahead', aSession(), 'published', ['edit', 'postpone', 'cancel']],
    [
      'of what waits for a time',
      aSession({ state: 'ended', cancelled: { reason: '台风', postponed: true } }),
      'published',
      ['edit', 'cancel'],
    ],
    [
      'of what was postponed as a whole',
      aSession({ state: 'ended', cancelled: { reason: '台风', postponed: true } }),
      'postponed',
      ['edit'],
    ],
    ['of what is cancelled', aSession({ state: 'ended', cancelled: { reason: '台风' } }), 'published', []],
    ['of what is on', aSession({ state: 'live' }), 'live', []],
    ['of what has been on', aSession({ state: 'replay' }), 'live', []],
    ['of what was never published from a form', aSession({ filedAs: undefined }), 'published', []],
    ['of what is over', aSession(), 'archived', []],
  ])('%s', (_, session, filing, acts) => expect(actsOf(session, filing, false)).toEqual(acts));

  test('at once is moving, not writing', () => expect(actsOf(aSession(), 'published', true)[0]).toBe('move'));

  test('of the whole, while nothing of it is on', () => {
    expect(wholeActsOf('published')).toEqual(['postpone', 'cancel']);
    expect(wholeActsOf('postponed')).toEqual(['cancel']);
    expect(wholeActsOf('live')).toEqual([]);
  });
});

describe('what a host writes', () => {
  const same = { title: '恐龙醒来', summary: '', slot };
  test('is nothing while nothing is other', () => expect(editOf(form, id, same, 0)).toBeUndefined());
  test('is a move when the time alone is other', () => {
    expect(editOf(form, id, { ...same, slot: later }, 0)).toEqual({ kind: 'move', session: id, ...later });
  });
  test('is the form with its words, and its time', () => {
    expect(editOf(form, id, { ...same, title: '恐龙又醒来', slot: later }, 0)).toMatchObject({
      kind: 'edit',
      form: { time: later, sessions: [{ title: '恐龙又醒来', time: later }] },
    });
    expect(editOf(form, id, { ...same, summary: '看骨架' }, 0)).toMatchObject({
      kind: 'edit',
      form: { time: slot, sessions: [{ summary: '看骨架' }] },
    });
  });
});
