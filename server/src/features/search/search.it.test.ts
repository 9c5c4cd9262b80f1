import { Problem, SearchAnswer, type SearchHit } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
let first: SearchHit[];
beforeAll(async () => {
  hub = await startProgrammeHub({ CLOCK_AT: '2023-09-19T02:00:00+08:00' });
  first = await found('广西频道');
  await vi.waitUntil(async () => (await found('石山猴群的早晨')).length > 0, { timeout: 30_000, interval: 200 });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (query: string, campaign = outermost) => hub.ask(`/api/v1/campaigns/${campaign}/search?${query}`);
const found = async (q: string, campaign = outermost, limit = 20): Promise<SearchHit[]> =>
  SearchAnswer.parse(await (await ask(new URLSearchParams({ q, limit: `${limit}` }).toString(), campaign)).json()).items;
const marksIn = ({ title, marks }: SearchHit) => marks.map(([from, to]) => title.slice(from, to));

test('whoever asks first finds what the start brought in', () => {
  expect(first[0]).toMatchObject({ kind: 'channel', channel: 'guangxi' });
});

describe('search finds', () => {
  test.each([
    ['贵州', 'guizhou'],
    ['guizhou', 'guizhou'],
    ['gzpd', 'guizhou'], // and 甘孜频道 after it
    ['广西频道', 'guangxi'],
    ['guangxi', 'guangxi'],
    ['GUANGXI', 'guangxi'],
    ['chongqing', 'chongqing'],
    ['nmg', 'neimenggu'],
    ['Guangxi channel', 'guangxi'],
  ])('by %s the channel %s before anything else', async (q, slug) => {
    const [first] = await found(q);
    expect(first).toMatchObject({ kind: 'channel', channel: slug, sample: true });
  });

  test('a session by a mixture of initials and Chinese, in its region and of its form', async () => {
    const hits = await found('gx课堂');
    expect(hits.some(({ kind, channel }) => kind === 'session' && channel === 'guangxi')).toBe(true);
    expect(hits.every(({ region, title, subtitle }) => region?.startsWith('45') ?? /课堂/.test(`${title}${subtitle}`))).toBe(true);
  });

  test('a session once, the one that is next, with its state and the marks of what matched', async () => {
    const hits = (await found('石山猴群')).filter(({ kind }) => kind === 'session');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ id: 'guangxi-1-20230919', state: 'scheduled', channel: 'guangxi', subtitle: '广西频道' });
    expect(hits.flatMap(marksIn)).toEqual(['石山猴群']);
  });

  test('a unit by its alias, with the exact full name beside it', async () => {
    const [first] = await found('广西科协');
    expect(first).toMatchObject({ kind: 'organization', title: '广西科协', subtitle: '广西壮族自治区科学技术协会', channel: 'guangxi' });
  });

  test('a unit by its full name, an activity of a notice, and a campaign-wide topic', async () => {
    expect((await found('广西壮族自治区科学技术协会'))[0]).toMatchObject({ kind: 'organization', region: '450000' });
    expect((await found('全国科普日主场活动')).some(({ kind, id }) => kind === 'activity' && id === 'cn-01')).toBe(true);
    const kinds = new Set((await Promise.all(['科', '天', '水'].map((q) => found(q, outermost, 50)))).flat().map(({ kind }) => kind));
    expect(kinds.has('topic')).toBe(true);
  });

  test('within an inner campaign only what is inside it, and units', async () => {
    const hits = await found('广西', 'bagui-2023', 50);
    expect(hits.some(({ kind }) => kind === 'activity')).toBe(true);
    expect(hits.some(({ kind }) => kind === 'channel')).toBe(false); // the demo’s channels are the national campaign’s
  });

  test('by the name of a place, which stands in more names of units than fit, sessions and channels all the same', async () => {
    const kinds = new Set((await found('广西', outermost, 40)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['channel', 'session', 'organization']));
  });

  test('no more than it is asked for', async () => {
    expect(await found('科', outermost, 5)).toHaveLength(5);
  });

  test('a newly planned session within seconds', async () => {
    const startsAt = new Date(hub.now() + 60 * 60_000).toISOString();
    const endsAt = new Date(hub.now() + 90 * 60_000).toISOString();
    const wanted = { title: '银河里的鲸鱼座', form: '直播', startsAt, endsAt, links: [] };
    await hub.plan('xizang', wanted, await hub.signIn('operator'));
    await expect
      .poll(() => found('yinhe鲸鱼').then((hits) => hits.map(({ title }) => title)), { timeout: 15_000 })
      .toEqual(['银河里的鲸鱼座']);
  });
});

describe('search answers', () => {
  test.each(['😀🎉👩‍🚀', '%_\\', '"; drop table sessions; --', '。。。', 'zzzzqqqq'])('%s with an empty list', async (q) => {
    const answer = await ask(new URLSearchParams({ q }).toString());
    expect([answer.status, ((await answer.json()) as SearchAnswer).items]).toEqual([200, []]);
  });

  test.each([
    ['nothing', '', 'q'],
    ['an empty query', 'q=', 'q'],
    ['spaces', 'q=%20%20', 'q'],
    ['200 characters', `q=${encodeURIComponent('科'.repeat(200))}`, 'q'],
    ['two queries', 'q=a&q=b', 'q'],
    ['a limit of none', 'q=a&limit=0', 'limit'],
    ['a limit beyond reason', 'q=a&limit=1000', 'limit'],
  ])('%s with what is wrong', async (_, query, field) => {
    const answer = await ask(query);
    const problem = Problem.parse(await answer.json());
    expect([answer.status, problem.code, problem.field]).toEqual([400, 'request.malformed', field]);
  });

  test('an unknown campaign as such', async () => {
    const answer = await ask('q=a', 'no-such-campaign');
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([404, 'campaign.unknown']);
  });
});
