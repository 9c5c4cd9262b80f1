import { DayAxis, Problem, Schedule } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ CLOCK_AT: '2023-09-19T02:00:00+08:00' });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (what: string, query = '', campaign = outermost) => hub.ask(`/api/v1/campaigns/${campaign}/${what}${query}`);
const schedule = async (query = ''): Promise<Schedule> => Schedule.parse(await (await ask('schedule', query)).json());
const day = async (query = ''): Promise<DayAxis> => DayAxis.parse(await (await ask('day', query)).json());
const at = (clock: string) => `2023-09-19T${clock}:00+08:00`;

describe('the schedule', () => {
  test('is today’s without a query: every channel, every session by start, and no gap in the whole campaign', async () => {
    const { from, to, channels, sessions, gaps } = await schedule();
    expect([from, to]).toEqual(['2023-09-19T00:00:00+08:00', '2023-09-20T00:00:00+08:00']);
    expect(channels).toHaveLength(52);
    expect(sessions.filter(({ repeat }) => !repeat)).toHaveLength(260);
    expect(sessions.map(({ startsAt }) => startsAt)).toEqual(sessions.map(({ startsAt }) => startsAt).sort());
    expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(['scheduled']));
    expect(gaps).toEqual([]);
  });

  test('of Guangxi has exactly the two gaps that were left on purpose', async () => {
    const { channels, gaps } = await schedule('?region=450000');
    expect(channels.map(({ slug }) => slug).sort()).toEqual(['beihai', 'cangwu', 'guangxi', 'guilin', 'hengzhou', 'wuzhou']);
    expect(gaps).toEqual([
      { from: at('12:35'), to: at('13:10') },
      { from: at('17:30'), to: at('18:05') },
    ]);
  });

  test('of a channel has its gaps within service hours, bridged where a repeat runs', async () => {
    const { sessions, gaps, undated } = await schedule('?channel=guangxi');
    const repeat = sessions.find((session) => session.repeat);
    expect(repeat).toMatchObject({ channel: 'guangxi', title: '白醋与石灰石' });
    expect(gaps.map(({ from }) => from)).toContain(repeat?.endsAt);
    expect(gaps.map(({ to }) => to)).toContain(repeat?.startsAt);
    expect(gaps.every(({ from, to }) => from >= at('08:00') && to <= at('22:00'))).toBe(true);
    expect(undated).toEqual([]);
  });

  test('does not count a channel that never stops as programme, unless it is asked for itself', async () => {
    const [country, tide] = [await schedule('?region=CN'), await schedule('?channel=tide')];
    expect(country.channels.some(({ roundTheClock }) => roundTheClock)).toBe(true);
    expect([tide.sessions, tide.gaps]).toEqual([[], []]);
    expect((await schedule('?channel=tide&from=2023-09-19&to=2023-09-21')).gaps).toEqual([]);
  });

  test('has a week, from yesterday with its replays', async () => {
    const week = '?channel=guangxi&from=2023-09-18&to=2023-09-26';
    const days = async () => new Set((await schedule(week)).sessions.map(({ startsAt }) => startsAt.slice(0, 10))).size;
    await expect.poll(days, { timeout: 30_000 }).toBe(8);
    const { sessions } = await schedule(week);
    expect(sessions.filter(({ startsAt }) => startsAt < '2023-09-19').every(({ state }) => state === 'replay')).toBe(true);
  });

  test('keeps fuzzy times apart: as printed, with precision, never as a moment', async () => {
    const { undated } = await schedule('?region=450000&from=2023-09-18&to=2023-09-26');
    expect(undated.length).toBeGreaterThan(0);
    expect(undated.some(({ precision, tentative, timeText }) => precision === 'day' && tentative && timeText.length > 0)).toBe(true);
    expect(undated.some(({ precision }) => precision === 'ten-days')).toBe(true);
    expect(undated.every(({ hosts }) => hosts.every((host) => host.length > 0))).toBe(true);
    expect(undated.every(({ from, to }) => from <= '2023-09-25' && to >= '2023-09-18')).toBe(true);
    expect((await schedule('?region=450000&from=2024-09-18')).undated).toEqual([]);
  });

  test('of a unit that the notice does not address tells no gaps', async () => {
    expect((await schedule('?region=710000')).gaps).toEqual([]);
  });

  test.each([
    ['?from=2023-09-18&to=2023-09-27', 400, 'request.malformed', 'to'],
    ['?from=2023-09-18&to=2023-09-18', 400, 'request.malformed', 'to'],
    ['?from=2023-09-18T00:00:00%2B08:00&to=2023-09-17', 400, 'request.malformed', 'to'],
    ['?from=yesterday', 400, 'request.malformed', 'from'],
    ['?from=0000-01-01', 400, 'request.malformed', 'from'],
    ['?to=9999-12-31', 400, 'request.malformed', 'to'],
    ['?channel=Not%20a%20slug', 400, 'request.malformed', 'channel'],
    ['?channel=no-such-channel', 404, 'channel.unknown', undefined],
    ['?region=999999', 404, 'region.unknown', undefined],
  ])('with %s is refused: %i %s', async (query, status, code, field) => {
    const answer = await ask('schedule', query);
    const problem = Problem.parse(await answer.json());
    expect([answer.status, problem.code, problem.field]).toEqual([status, code, field]);
  });

  test('of a campaign that is not there is refused', async () => {
    const answer = await ask('schedule', '', 'no-such-campaign');
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([404, 'campaign.unknown']);
  });
});

describe('the day axis', () => {
  test('of the campaign is programme from the first service minute to the last', async () => {
    const axis = await day();
    expect(axis).toMatchObject({ date: '2023-09-19', from: Date.parse(at('08:00')), to: Date.parse(at('22:00')) });
    expect(axis.stretches.map(({ kind }) => kind)).toEqual(['programme']);
    expect(axis.stretches[0]?.sessions).toBeGreaterThanOrEqual(8);
  });

  test('of Guangxi says programme, gap and what bridges', async () => {
    const { stretches } = await day('?region=450000&date=2023-09-20');
    expect(stretches.filter(({ kind }) => kind === 'gap')).toHaveLength(2);
    expect(stretches.every(({ from, to }, index) => from < to && (stretches[index + 1]?.from ?? to) === to)).toBe(true);
  });

  test('of a province with one channel has filler where its repeat runs', async () => {
    expect((await day('?region=110000')).stretches.map(({ kind }) => kind)).toContain('filler');
  });

  test.each([
    ['?date=2023-02-30', 400, 'request.malformed'],
    ['?region=nowhere', 404, 'region.unknown'],
  ])('with %s is refused', async (query, status, code) => {
    const answer = await ask('day', query);
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([status, code]);
  });
});
