import { describe, expect, test } from 'vitest';
import { liveStateOf, roundTheClockStateOf, type SessionFacts } from './live-state.js';

const start = Date.parse('2026-11-21T10:00:00+08:00');
const minutes = (count: number) => count * 60_000;
const end = start + minutes(40);

const aSession = (facts: Partial<SessionFacts> = {}): SessionFacts => ({
  start,
  end,
  health: 'unknown',
  wentLive: false,
  hasReplay: false,
  blocked: false,
  ...facts,
});

type Case = [name: string, now: number, facts: Partial<SessionFacts>, state: string, nextStart?: number];
const good = { health: 'ok' } as const;
const seen = { health: 'ok', wentLive: true } as const;
const lost = { health: 'down', wentLive: true } as const;

describe('a session', () => {
  test.each<Case>([
    ['is scheduled until a quarter of an hour before', start - minutes(15) - 1, {}, 'scheduled'],
    ['is due from a quarter of an hour before', start - minutes(15), {}, 'due'],
    ['is due, not late, up to the moment before its start', start - 1, {}, 'due'],
    ['is late from its start without a reading', start, {}, 'due late'],
    ['is live with a stream that only some can watch', start, { health: 'degraded' }, 'live'],
    ['is late from its start when its stream is down', start, { health: 'down' }, 'due late'],
    ['is late to its very end without a stream', end - 1, { health: 'down' }, 'due late'],
    ['is live at its start with a good stream', start, good, 'live'],
    ['is live when the stream comes late', start + minutes(20), good, 'live'],
    ['is not live before its start: the picture is a test', start - 1, good, 'due'],
    ['is live before its start when host and stream say so', start - minutes(2), { ...good, hostSignal: 'started' }, 'live'],
    ['is not live by the word of the host alone', start - minutes(2), { hostSignal: 'started' }, 'due'],
    ['is late when the host has started and nothing is seen', start + 1, { hostSignal: 'started' }, 'due late'],
    ['is interrupted when its stream was good and fails', start + minutes(5), lost, 'interrupted'],
    ['is live again when the stream is back', start + minutes(6), seen, 'live'],
    ['stays live when only our readings were lost', start + minutes(5), { wentLive: true }, 'live'],
    ['has ended by the word of the host, whatever the stream does', start + minutes(5), { ...seen, hostSignal: 'ended' }, 'ended'],
    [
      'has a replay when the host has ended it and a link is there',
      start + minutes(5),
      { ...seen, hostSignal: 'ended', hasReplay: true },
      'replay',
    ],
    ['is live to the moment before its end', end - 1, seen, 'live'],
    ['overruns while its stream is good', end, seen, 'live'],
    ['overruns for ten minutes', end + minutes(10) - 1, seen, 'live'],
    ['does not overrun longer', end + minutes(10), seen, 'ended'],
    ['does not overrun into the next session', end + minutes(3), seen, 'ended', end + minutes(3)],
    ['overruns in the break before the next session', end + minutes(3) - 1, seen, 'live', end + minutes(3)],
    ['does not overrun when it never was live: a stream after the end is another one', end + 1, good, 'ended'],
    ['has ended, not been interrupted, when its stream fails past the end', end, lost, 'ended'],
    ['has ended when it never came', end, {}, 'ended'],
    ['is a replay past its end when there is one', end, { ...lost, hasReplay: true }, 'replay'],
    ['is not a replay while it may still come live', start + 1, { hasReplay: true }, 'due late'],
    ['is blocked before its start', start - minutes(60), { blocked: true }, 'blocked'],
    ['is blocked while its stream is good', start + 1, { ...seen, blocked: true }, 'blocked'],
    ['is blocked past its end, replay or not', end + minutes(60), { hasReplay: true, blocked: true }, 'blocked'],
  ])('%s', (_, now, facts, expected, nextStart) => {
    const { state, late } = liveStateOf({ now, session: aSession(facts), nextStart });
    expect(late ? `${state} late` : state).toBe(expected);
  });
});

describe('a channel that never stops', () => {
  test.each([
    ['unknown', false, 'due'],
    ['ok', false, 'live'],
    ['degraded', false, 'live'],
    ['down', false, 'interrupted'],
    ['ok', true, 'blocked'],
  ] as const)('with health %s and blocked %s is %s, never late', (health, blocked, state) => {
    expect(roundTheClockStateOf({ health, blocked })).toEqual({ state, late: false });
  });
});
