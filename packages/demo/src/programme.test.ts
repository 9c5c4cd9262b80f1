import { describe, expect, test } from 'vitest';
import { loadClips } from './clips.js';
import { loadDemoData } from './load-demo-data.js';
import { layProgramme, sessionOnAir } from './programme.js';
import { shanghaiDay } from './shanghai-day.js';

const day = '2023-09-19';
const laid = layProgramme(day);
const at = (clock: string) => Date.parse(`${day}T${clock}+08:00`);
const programme = laid.filter(({ repeat }) => !repeat);
const repeats = laid.filter(({ repeat }) => repeat);
const onAt = (sessions: typeof laid, moment: number) => sessions.filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt);

describe('the programme of a day', () => {
  test('stands where the template says, in Shanghai', () => {
    expect(laid.find(({ id }) => id === 'beijing-1-20230919')).toMatchObject({
      channel: 'beijing',
      startsAt: at('07:00:00'),
      endsAt: at('07:40:00'),
      title: '清晨走进龙骨山',
      form: '直播',
    });
  });

  test('has 8 to 13 channels live at each minute from 08:00 to 22:00', () => {
    const counts = Array.from({ length: 14 * 60 }, (_, minute) => onAt(programme, at('08:00:00') + minute * 60_000).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...counts)).toBeLessThanOrEqual(13);
  });

  test('leaves the night free, so that no session crosses midnight', () => {
    expect(laid.filter(({ startsAt, endsAt }) => startsAt < at('07:00:00') || endsAt > at('23:30:00'))).toEqual([]);
    expect(new Set(laid.map(({ startsAt, endsAt }) => `${shanghaiDay(startsAt)} ${shanghaiDay(endsAt)}`))).toEqual(
      new Set([`${day} ${day}`]),
    );
  });

  test('never has two sessions of one channel at once', () => {
    const overlaps = laid.filter((one) =>
      laid.some(
        (other) => other.id !== one.id && other.channel === one.channel && other.startsAt < one.endsAt && one.startsAt < other.endsAt,
      ),
    );
    expect(overlaps).toEqual([]);
  });

  test('bridges some gaps of its channels with repeats of their own sessions, never all', () => {
    const { channels } = loadDemoData().programme;
    expect(repeats.length).toBeGreaterThan(channels.length / 2);
    for (const { channel, title, startsAt, endsAt } of repeats) {
      const { sessions, daytimeGaps } = channels.find(({ slug }) => slug === channel) ?? { sessions: [], daytimeGaps: [] };
      expect(sessions.map((session) => session.title)).toContain(title);
      const minute = (moment: number) => (moment - at('00:00:00')) / 60_000;
      const bridged = daytimeGaps.filter(({ start, end }) => start <= minute(startsAt) && minute(endsAt) <= end);
      expect(bridged).toHaveLength(1);
      expect(daytimeGaps.length).toBeGreaterThan(1);
    }
  });

  test('leaves the two deliberate gaps of Guangxi as they are, repeats and all', () => {
    const { deliberateGaps } = loadDemoData().programme;
    const guangxi = laid.filter(({ channel }) => ['guangxi', 'wuzhou', 'cangwu', 'hengzhou', 'guilin', 'beihai'].includes(channel));
    expect(guangxi.some(({ repeat }) => repeat)).toBe(true);
    for (const { start, end } of deliberateGaps)
      for (let minute = start; minute < end; minute++) expect(onAt(guangxi, at('00:00:00') + minute * 60_000)).toEqual([]);
  });

  test('has the same ids when it is laid again, and others on another day', () => {
    const ids = laid.map(({ id }) => id);
    expect(layProgramme(day).map(({ id }) => id)).toEqual(ids);
    expect(new Set([...ids, ...layProgramme('2023-09-20').map(({ id }) => id)]).size).toBe(ids.length * 2);
    expect(ids.filter((id) => !/^[a-z0-9-]{1,64}$/.test(id))).toEqual([]);
  });

  test('keeps one clip while sessions follow without a pause', () => {
    const changes = laid.filter((session) =>
      laid.some((next) => next.channel === session.channel && next.startsAt === session.endsAt && next.clip !== session.clip),
    );
    expect(changes).toEqual([]);
  });

  test('shows all clips over the day, and none that is not there', () => {
    expect(new Set(laid.map(({ clip }) => clip))).toEqual(new Set(loadClips().keys()));
  });
});

describe('a session', () => {
  test('is on air from its start until just before its end', () => {
    const onAir = (clock: string) => sessionOnAir(laid, 'beijing', at(clock))?.id;
    expect([onAir('06:59:59.999'), onAir('07:00:00'), onAir('07:39:59.999'), onAir('07:40:00')]).toEqual([
      undefined,
      'beijing-1-20230919',
      'beijing-1-20230919',
      'beijing-2-20230919',
    ]);
  });
});
