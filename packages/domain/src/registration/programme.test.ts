import type { ActivityForm, WantedSession } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { formAfter, type OnProgramme, programmeSteps } from './programme.js';

const exact = (from: string, to: string) =>
  ({ precision: 'exact', startsAt: `2023-09-28T${from}:00+08:00`, endsAt: `2023-09-28T${to}:00+08:00`, tentative: false }) as const;
const slotOn = (day: string, from: string, to: string) => ({ startsAt: `${day}T${from}:00+08:00`, endsAt: `${day}T${to}:00+08:00` });
const at = (clock: string) => Date.parse(`2023-09-28T${clock}:00+08:00`);
const [one, other] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];
const aSession = (changes: Partial<WantedSession> = {}): WantedSession => ({
  id: one,
  title: '恐龙醒来',
  form: '直播',
  time: exact('15:00', '16:00'),
  links: [{ address: 'https://live.example.org/a.m3u8' }],
  ...changes,
});
const aForm = (...sessions: WantedSession[]): ActivityForm => ({
  title: '遇见恐龙',
  forms: [],
  domains: [],
  programmeTags: [],
  time: exact('15:00', '18:00'),
  hosts: [],
  undertakers: [],
  coOrganizers: [],
  sessions,
});
const on = (changes: Partial<OnProgramme> = {}): OnProgramme => ({
  id: 's1',
  filedAs: one,
  title: '恐龙醒来',
  form: '直播',
  start: at('15:00'),
  end: at('16:00'),
  over: false,
  ...changes,
});
const edit = { kind: 'edit' } as const;

describe('the form that a change makes', () => {
  const form = aForm(aSession(), aSession({ id: other, title: '午后再看', time: exact('17:00', '18:00') }));

  test('has another time, no session, or no time', () => {
    const slot = { startsAt: '2023-09-29T15:00:00+08:00', endsAt: '2023-09-29T16:00:00+08:00' };
    expect(formAfter(form, { kind: 'move', session: one, ...slot }, 0)?.sessions[0]?.time).toEqual({
      precision: 'exact',
      ...slot,
      tentative: false,
    });
    expect(formAfter(form, { kind: 'cancel', session: one }, 0)?.sessions.map(({ id }) => id)).toEqual([other]);
    expect(formAfter(form, { kind: 'postpone', session: other }, 0)?.sessions.map(({ time }) => time !== undefined)).toEqual([true, false]);
  });

  test('is as it was when all is called off; postponed, what has been on keeps its time', () => {
    expect(formAfter(form, { kind: 'cancel' }, 0)).toEqual(form);
    const postponed = formAfter(form, { kind: 'postpone' }, at('16:30'));
    expect(postponed?.time?.tentative).toBe(true);
    expect(postponed?.sessions.map(({ time }) => time !== undefined)).toEqual([true, false]);
  });

  test('moves with its one session, and reaches as far as several', () => {
    const [earlier, within] = [slotOn('2023-09-27', '09:00', '10:00'), slotOn('2023-09-28', '15:30', '16:00')];
    const time = (of: ActivityForm, slot: typeof earlier) => formAfter(of, { kind: 'move', session: one, ...slot }, 0)?.time;
    const alone = aForm(aSession());
    expect(time({ ...alone, time: exact('15:00', '16:00') }, within)).toMatchObject(within);
    expect(time(alone, within)).toEqual(alone.time);
    expect(time(alone, earlier)).toMatchObject(earlier);
    expect(time(form, earlier)).toMatchObject({ startsAt: earlier.startsAt, endsAt: exact('15:00', '18:00').endsAt });
    const days = { precision: 'day', from: '2023-09-28', to: '2023-09-28', tentative: false } as const;
    expect(time({ ...form, time: days }, earlier)).toEqual({ precision: 'range', from: '2023-09-27', to: '2023-09-28', tentative: false });
  });

  test('is meant again when what was postponed gets a moment', () => {
    const postponed = formAfter(aForm(aSession()), { kind: 'postpone' }, 0);
    const slot = slotOn('2023-11-03', '10:00', '11:00');
    expect(postponed && formAfter(postponed, { kind: 'move', session: one, ...slot }, 0)?.time).toEqual({
      precision: 'exact',
      ...slot,
      tentative: false,
    });
  });

  test('is none for a session that nobody filed', () => {
    expect(formAfter(form, { kind: 'cancel', session: '0198c0de-0000-7000-8000-000000000009' }, 0)).toBeUndefined();
  });

  test('keeps the streams of published sessions', () => {
    const wanted = aForm(
      aSession({ title: '恐龙又醒来', links: [] }),
      aSession({ id: other, links: [{ address: 'https://b.example/b.m3u8' }] }),
    );
    const after = formAfter(aForm(aSession()), { kind: 'edit', form: wanted }, 0);
    expect(after?.sessions.map(({ links }) => links[0]?.address)).toEqual(['https://live.example.org/a.m3u8', 'https://b.example/b.m3u8']);
  });
});

describe('what a change makes of sessions', () => {
  const before = aForm(aSession());
  const waits = on({ cancelled: true, postponed: true });
  test.each<[string, WantedSession[], OnProgramme, object[]]>([
    ['nothing, of what is as it was', [aSession()], on(), []],
    ['another slot', [aSession({ time: exact('17:00', '18:00') })], on(), [{ do: 'move', id: 's1', start: at('17:00'), end: at('18:00') }]],
    ['other words', [aSession({ title: '恐龙又醒来' })], on(), [{ do: 'describe', id: 's1' }]],
    ['other words, of what operators have moved', [aSession({ title: '恐龙又醒来' })], on({ start: at('10:00') }), [{ do: 'describe' }]],
    ['a wait, without a moment', [aSession({ time: undefined })], on(), [{ do: 'postpone', id: 's1' }]],
    ['a slot again', [aSession()], waits, [{ do: 'move', id: 's1' }]],
    ['an end, when the form has it no more', [], on(), [{ do: 'cancel', id: 's1' }]],
    ['nothing, of what has been on', [], on({ over: true }), []],
    ['nothing, of what somebody else has cancelled', [aSession({ time: exact('17:00', '18:00') })], on({ cancelled: true }), []],
    ['a plan, of what is new', [aSession(), aSession({ id: other })], on(), [{ do: 'plan', session: { id: other } }]],
    ['no plan, while it has no moment', [aSession(), aSession({ id: other, time: undefined })], on(), []],
    ['nothing, of what nobody filed', [], on({ filedAs: undefined }), []],
  ])('%s', (_, sessions, standing, steps) => {
    const made = programmeSteps(edit, { before, after: aForm(...sessions) }, [standing]);
    expect(made).toHaveLength(steps.length);
    expect(made).toMatchObject(steps);
  });

  test('a session that is moved by name is moved from wherever operators have put it', () => {
    const steps = programmeSteps({ kind: 'move', session: one }, { before, after: before }, [on({ start: at('10:00'), end: at('11:00') })]);
    expect(steps).toEqual([{ do: 'move', id: 's1', start: at('15:00'), end: at('16:00') }]);
  });

  test('a slot is given away before another takes it', () => {
    const two = aForm(aSession(), aSession({ id: other, time: exact('17:00', '18:00') }));
    const after = aForm(aSession({ time: exact('17:00', '18:00') }));
    const steps = programmeSteps(edit, { before: two, after }, [
      on(),
      on({ id: 's2', filedAs: other, start: at('17:00'), end: at('18:00') }),
    ]);
    expect(steps.map((step) => step.do)).toEqual(['cancel', 'move']);
  });

  test('called off as a whole, what is ahead is cancelled, also what waits for another time', () => {
    const all = [on(), { ...waits, id: 's2' }, on({ id: 's3', over: true }), on({ id: 's4', cancelled: true })];
    expect(programmeSteps({ kind: 'cancel' }, { before, after: before }, all)).toEqual([
      { do: 'cancel', id: 's1' },
      { do: 'cancel', id: 's2' },
    ]);
  });
});
