import type { LobbyChannel, Session } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { elsewhereIn, isOutdated, sectionsOf, withTiles, type ListItem } from './list.rules.js';

const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
const now = at('14:32');

function aSession(id: string, from: number, to: number, more: Partial<Session> = {}): Session {
  const times = { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() };
  return { ...times, id, channel: 'guizhou', title: id, form: '直播', state: 'scheduled', late: false, ...more };
}
const item = (session: Session): ListItem => ({ kind: 'session', at: Date.parse(session.startsAt), session });
const named = (items: readonly ListItem[], day = '2023-09-19') =>
  sectionsOf(items, day, now).map(({ name, items: within }) => [name, within.map((one) => (one.kind === 'gap' ? 'gap' : one.session.id))]);

describe('the list of today', () => {
  test('goes by what is on, what comes next, what is later and what is over', () => {
    expect(
      named([
        item(aSession('later', at('17:00'), at('18:00'))),
        item(aSession('live', at('14:00'), at('15:30'), { state: 'live' })),
        item(aSession('due', at('14:40'), at('15:30'), { state: 'due' })),
        item(aSession('soon', at('15:30'), at('16:00'))),
        { kind: 'gap', at: at('17:30'), to: at('18:00') },
        item(aSession('over', at('09:00'), at('10:00'), { state: 'replay' })),
      ]),
    ).toEqual([
      ['now', ['live']],
      ['next', ['due', 'soon']],
      ['later', ['later', 'gap']],
      ['ended', ['over']],
    ]);
  });

  test('never calls live by the clock what has no stream, nor over what still runs', () => {
    const late = aSession('late', at('14:00'), at('15:00'), { state: 'due', late: true });
    const over = aSession('over', at('13:00'), at('14:30'), { state: 'live' });
    expect(named([item(late), item(over)])).toEqual([
      ['now', ['over']],
      ['next', ['late']],
    ]);
  });

  test('keeps what was cancelled where it was announced, until its time is over', () => {
    const cancelled = { state: 'ended', cancelled: { reason: '台风' } } as const;
    const coming = aSession('coming', at('15:00'), at('16:00'), cancelled);
    const gone = aSession('gone', at('12:00'), at('13:00'), cancelled);
    expect(named([item(coming), item(gone)])).toEqual([
      ['next', ['coming']],
      ['ended', ['gone']],
    ]);
  });

  test('has filler and a gap that are running now', () => {
    const filler = aSession('filler', at('14:00'), at('15:00'), { repeat: true, state: 'replay' });
    expect(named([item(filler), { kind: 'gap', at: at('14:20'), to: at('14:50') }])).toEqual([['now', ['filler', 'gap']]]);
  });
});

test('another day goes by its parts, and what began the day before is of its first hours', () => {
  const items = [
    aSession('overnight', Date.parse('2023-09-19T23:30:00+08:00'), Date.parse('2023-09-20T00:30:00+08:00')),
    aSession('noon', Date.parse('2023-09-20T12:00:00+08:00'), Date.parse('2023-09-20T13:00:00+08:00')),
    aSession('night', Date.parse('2023-09-20T18:00:00+08:00'), Date.parse('2023-09-20T19:00:00+08:00')),
  ].map(item);
  expect(named(items, '2023-09-20')).toEqual([
    ['night', ['overnight']],
    ['afternoon', ['noon']],
    ['evening', ['night']],
  ]);
});

describe('what the lobby says since', () => {
  const slots = { one: { start: at('14:00'), end: at('15:00') }, two: { start: at('15:00'), end: at('16:00') } };
  const tile = (id: 'one' | 'two', state: LobbyChannel['state']): LobbyChannel => ({
    slug: 'guizhou',
    title: '贵州频道',
    titleEn: 'Guizhou channel',
    region: '520000',
    state,
    viewers: 12,
    session: { id, title: id, form: '直播', ...slots[id] },
  });
  const read = [aSession('one', at('14:00'), at('15:00'), { state: 'live' }), aSession('two', at('15:00'), at('16:00'))];

  test('is the state of its session and of no other', () => {
    const states = withTiles(read, new Map([['guizhou', tile('one', 'interrupted')]])).map(({ state }) => state);
    expect(states).toEqual(['interrupted', 'scheduled']);
  });

  test('asks for the day anew when another session has come on', () => {
    expect(isOutdated(read, new Map([['guizhou', tile('two', 'live')]]))).toBe(true);
    expect(isOutdated(read, new Map([['guizhou', tile('one', 'live')]]))).toBe(false);
    expect(isOutdated(read, new Map())).toBe(false);
  });

  test('asks for it anew when a session has another time or was cancelled', () => {
    const one = tile('one', 'scheduled');
    const changed = (session: object) =>
      isOutdated(read, new Map([['guizhou', { ...one, session: { ...slots.one, id: 'one', title: '', form: '', ...session } }]]));
    expect([changed({}), changed({ start: at('14:10') }), changed({ cancelled: true })]).toEqual([false, true, true]);
  });
});

test('in a gap the nearest that is on for most of it is offered, and nothing that was cut off', () => {
  const gap = { from: at('12:35'), to: at('13:10') };
  const far = aSession('far', at('12:00'), at('14:00'), { channel: 'xinjiang' });
  const near = aSession('near', at('12:40'), at('13:30'), { channel: 'hunan' });
  const brief = aSession('brief', at('13:05'), at('14:00'), { channel: 'hunan' });
  const farness = (channel: string) => (channel === 'hunan' ? 1 : 6);
  expect(elsewhereIn(gap, [far, brief, near], farness)?.id).toBe('near');
  expect(elsewhereIn(gap, [{ ...near, state: 'blocked' }, brief], farness)).toBeUndefined();
});
