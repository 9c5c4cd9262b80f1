import { readFileSync } from 'node:fs';
import type { ActivityForm, SheetCells } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { blankForm } from './difference.js';
import { applyCells, cellsOf, columnsOf } from './sheet.js';
import { sheetHeads } from './sheet-words.js';

type Printed = { key: string; title: string; time: { precision: string; from: string; to: string; text: string; tentative: boolean } };
const { activities } = JSON.parse(readFileSync(new URL('../../../demo/data/activities.json', import.meta.url), 'utf8')) as {
  activities: Printed[];
};

const ids = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];
const applied = (cells: SheetCells, before = blankForm) => {
  let at = 0;
  return applyCells(before, { title: '走进地震台', ...cells }, { year: 2023, newId: () => ids[at++] ?? '' });
};
const problemsOf = (cells: SheetCells) => applied(cells).problems.map(({ column, code }) => `${column} ${code}`);
const whole = Object.fromEntries(Object.entries(sheetHeads).map(([column, { example }]) => [column, example]));

describe('a row of the sheet', () => {
  test('of the template is a whole form', () => {
    const { form, problems } = applied(whole);
    expect(problems).toEqual([]);
    expect(form).toMatchObject({
      title: '走进地震台',
      mode: 'hybrid',
      block: 'regional',
      forms: ['直播', '云课堂'],
      programmeTags: ['baixiao'],
      time: { precision: 'tenDay', from: '2023-09-11', to: '2023-09-30', tentative: true },
      place: { text: '广西地震台', tentative: false },
      hosts: [{ name: '广西壮族自治区科学技术协会' }],
      sessions: [{ id: ids[0], time: { precision: 'exact' }, links: [{ address: 'https://live.example.org/a.m3u8' }] }],
    });
  });
  test('is the same row again when it is written', () => {
    const { form } = applied(whole);
    const written = cellsOf(form);
    expect(applied(written, form)).toEqual({ form, problems: [] });
    expect(cellsOf(applied(written).form)).toEqual(written);
  });
  test.each([
    [{ title: '' }, ['title cell.missing']],
    [{ title: '长'.repeat(101) }, ['title cell.too-long']],
    [{ time: '金秋' }, ['time cell.unreadable-time']],
    [{ time: '2023年2月30日' }, ['time cell.unreadable-time']],
    [{ mode: '空中' }, ['mode cell.unknown-word']],
    [{ forms: '直播、广播' }, ['forms cell.unknown-word']],
    [{ hosts: Array.from({ length: 31 }, (_, at) => `单位${at}`).join('、') }, ['hosts cell.too-many']],
    [{ session: '一场', address: 'rtmp://push.example.org/live/key' }, ['address cell.unplayable']],
    [{ sessionTime: '9月27日 09:30—11:00' }, ['sessionTime cell.no-session']],
  ])('%j is told by the cell', (cells, problems) => expect(problemsOf(cells as SheetCells)).toEqual(problems));

  test('leaves what it has no column for, and empties what it has an empty cell for', () => {
    const { form: before } = applied(whole);
    const { form } = applied(
      { summary: '' },
      { ...before, sessions: [...before.sessions, { id: ids[1] ?? '', title: '第二场', links: [] }] },
    );
    expect(form.summary).toBeUndefined();
    expect(form.riskPlan).toBe(before.riskPlan);
    expect(form.sessions.map(({ title }) => title)).toEqual(['预警怎样抢出几秒', '第二场']);
  });
  test('forgets what was said of another address', () => {
    const { form: before } = applied(whole);
    const [first] = before.sessions;
    if (!first) throw new Error('the template has a session');
    const checked: ActivityForm = {
      ...before,
      sessions: [{ ...first, links: [{ address: 'https://live.example.org/a.m3u8', verdict: 'OK' }] }],
    };
    expect(applied({ address: 'https://live.example.org/a.m3u8' }, checked).form.sessions[0]?.links).toEqual(checked.sessions[0]?.links);
    const moved = applied({ address: 'https://live.example.org/b.m3u8' }, checked).form;
    expect(moved.sessions[0]?.links).toEqual([{ address: 'https://live.example.org/b.m3u8' }]);
  });
});

describe('the activities of the notices', () => {
  test.each(activities.map((activity) => [activity.key, activity] as const))('%s keeps its time as it was meant', (_, { title, time }) => {
    const { precision, from, to, tentative, text } = time;
    const { form, problems } = applied({ title: title.slice(0, 100), time: text });
    expect(problems).toEqual([]);
    expect(form.time).toEqual({ precision, from, to, tentative });
    expect(applied({ time: cellsOf(form).time ?? '' }).form.time).toEqual(form.time);
  });
});

describe('the heads of a sheet', () => {
  test('are known in both languages, by other words, and with a mark or a note', () =>
    expect(columnsOf(['序号', '活动名称*', '时 间', 'Hosts', '主要内容（200字以内）', '联系人'])).toEqual([
      'id',
      'title',
      'time',
      'hosts',
      'summary',
      undefined,
    ]));
  test('name one column each', () => {
    const heads = Object.values(sheetHeads).flatMap(({ zh, en, also = [] }) => [zh, en, ...also]);
    expect(new Set(heads).size).toBe(heads.length);
  });
});
