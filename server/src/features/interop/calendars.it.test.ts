import { Problem, type Schedule } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ CLOCK_AT: '2023-09-19T02:00:00+08:00', PUBLIC_URL: 'https://hub.example' });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (path: string, init?: RequestInit) => hub.ask(`/feeds/${path}`, init);
/** The properties of each entry, long lines put together again. */
const eventsIn = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => new Map(event.split('\r\n').map((line) => [line.split(/[;:]/, 1)[0] ?? '', line.slice(line.indexOf(':') + 1)])));

describe('a calendar', () => {
  test('of a session has its moment in UTC, its version, its page and the mark of invented content', async () => {
    const answer = await ask(`${outermost}/sessions/guangxi-1-20230919.ics`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      '*',
    ]);
    const [event, ...others] = eventsIn(await answer.text());
    expect(others).toEqual([]);
    expect(Object.fromEntries(['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'URL'].map((name) => [name, event?.get(name)]))).toEqual({
      UID: 'guangxi-1-20230919@yunhui',
      SEQUENCE: '1',
      DTSTART: '20230918T233000Z', // half past seven in Shanghai
      DTEND: '20230919T001000Z',
      URL: 'https://hub.example/channels/guangxi',
    });
    expect(event?.get('DESCRIPTION')).toContain('示例');
  });

  test.each([
    ['schedule.ics', ''],
    ['regions/450000/schedule.ics', 'region=450000&'],
    ['channels/guangxi/schedule.ics', 'channel=guangxi&'],
  ])('%s has exactly what the schedule has', async (feed, scope) => {
    const today = await hub.ask(`/api/v1/campaigns/${outermost}/schedule?${scope}from=2023-09-19&to=2023-09-20`);
    const { sessions } = (await today.json()) as Schedule;
    const events = eventsIn(await (await ask(`${outermost}/${feed}`)).text());
    const ids = events.flatMap((event) => event.get('UID') ?? []).filter((uid) => uid.includes('-20230919@'));
    expect(ids.sort()).toEqual(sessions.map(({ id }) => `${id}@yunhui`).sort());
  });

  test('is not sent again while nothing has changed, and asks to be read each quarter of an hour', async () => {
    const path = `${outermost}/sessions/guangxi-1-20230919.ics`;
    const first = await ask(path);
    expect((await first.text()).includes('REFRESH-INTERVAL;VALUE=DURATION:PT15M')).toBe(true);
    const again = await ask(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('speaks up before a start only when it is asked to', async () => {
    const path = `${outermost}/sessions/guangxi-1-20230919.ics`;
    expect(await (await ask(path)).text()).not.toContain('VALARM');
    expect(await (await ask(`${path}?alarm=10`)).text()).toContain('TRIGGER:-PT10M');
  });

  test.each([
    ['no-such-campaign/schedule.ics', 404, 'campaign.unknown'],
    [`${outermost}/regions/999999/schedule.ics`, 404, 'region.unknown'],
    [`${outermost}/channels/no-such-channel/schedule.ics`, 404, 'channel.unknown'],
    [`${outermost}/sessions/no-such-session.ics`, 404, 'session.unknown'],
    [`${outermost}/sessions/guangxi-1-20230919`, 404, 'session.unknown'],
    ['bagui-2023/sessions/guangxi-1-20230919.ics', 404, 'session.unknown'],
    [`${outermost}/schedule.ics?alarm=soon`, 400, 'request.malformed'],
  ])('%s is refused: %i %s', async (path, status, code) => {
    const answer = await ask(path);
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([status, code]);
  });
});
