import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aFolder, type Folder } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { ClientFiles } from '../../platform/pages/client-files.js';

const template =
  '<html lang="zh-CN"><head><!--head--><!--/head--></head><body><!--picture--><!--/picture--><noscript><!--text--><!--/text--></noscript></body></html>';
/** Two in the afternoon, when the demo's programme is on. */
const daytime = { CLOCK_AT: '2026-09-17T14:32:00+08:00' };

let hub: ProgrammeHub;
let build: Folder;
beforeAll(async () => {
  build = await aFolder();
  await mkdir(build.path, { recursive: true });
  await writeFile(join(build.path, 'index.html'), template);
  hub = await startProgrammeHub(daytime);
  Object.assign(hub.app.get(ClientFiles, { strict: false }), { folder: build.path, html: undefined });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await build[Symbol.asyncDispose]();
});

const asked = async (path: string, language = 'zh-CN') => {
  const answer = await hub.ask(path, { headers: { accept: 'text/html', 'accept-language': language } });
  const html = await answer.text();
  return { status: answer.status, html, title: /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '' };
};

describe('every page of the audience', () => {
  test.each([
    ['/', '2023年全国科普日 · 云上科普日 · 云汇'],
    ['/c/kepuri-2023', '2023年全国科普日 · 云上科普日 · 云汇'],
    ['/matrix', '矩阵 · 2023年全国科普日 · 云汇'],
    ['/matrix/450000', '广西壮族自治区 · 矩阵 · 2023年全国科普日 · 云汇'],
    ['/schedule', '节目单 · 2023年全国科普日 · 云汇'],
    ['/topics', '话题 · 2023年全国科普日 · 云汇'],
    ['/search', '搜索 · 2023年全国科普日 · 云汇'],
  ])('says what it is before any script runs (%s)', async (path, title) => {
    const page = await asked(path);
    expect(page.status).toBe(200);
    expect(page.title).toBe(title);
    expect(page.html).toMatch(/<body><div hidden><img src="\/plates\/\w+\.png"/);
    expect(page.html).toContain('<noscript><h1>');
    expect(page.html).not.toContain('noindex');
  });

  test('of an inner campaign has its own address, and of the home campaign the short one', async () => {
    expect((await asked('/c/kepuri-2023/matrix')).html).toMatch(/rel="canonical" href="http:\/\/[^"]*\d\/matrix"/);
    const inner = await asked('/c/bagui-2023/matrix');
    expect(inner.html).toContain('/c/bagui-2023/matrix"');
    expect(inner.title).toContain('广西');
  });

  test.each(['/', '/c/bagui-2023', '/no-such-page'])('tells the client which campaign has the short addresses (%s)', async (path) => {
    expect((await asked(path)).html).toContain('<html lang="zh-CN" data-home="kepuri-2023"');
  });

  test('speaks English to who reads English', async () => {
    const page = await asked('/', 'en-GB');
    expect(page.title).toContain('Science Day online · Yunhui');
    expect(page.html).toContain('<html lang="en" ');
  });

  test.each([
    '/channels/no-such-channel',
    '/matrix/999999',
    '/topics/no-such-topic',
    '/c/no-such-campaign',
    '/c/no-such-campaign/schedule',
  ])('%s does not exist, and says so by its status', async (path) => {
    expect((await asked(path)).status).toBe(404);
  });
});

describe('a channel', () => {
  test('names what plays, by whom and when, with its own picture, and as an event', async () => {
    await expect.poll(async () => (await hub.tile('guizhou')).state, { timeout: 20_000 }).toBe('live');
    const { session, host } = await hub.tile('guizhou');
    const { html, title } = await asked('/channels/guizhou');
    expect(title).toBe(`${session?.title} · 贵州频道 · 云汇`);
    expect(html).toContain('/plates/dish.png');
    expect(html).toContain(`直播中，${session?.title}，${host}`);
    const data = JSON.parse(/application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '{}') as Record<string, unknown>;
    expect(data).toMatchObject({ '@type': 'BroadcastEvent', name: session?.title, isLiveBroadcast: true, url: /\/channels\/guizhou$/ });
    expect(Date.parse(String(data['startDate']))).toBe(session?.start);
  });

  test('with a hostile title shows it as text', async () => {
    const operator = await hub.signIn('operator');
    const title = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const startsAt = new Date(hub.now() + 7.5 * 3_600_000);
    const endsAt = new Date(startsAt.getTime() + 600_000);
    await hub.plan('guizhou', { title, form: '直播', startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), links: [] }, operator);
    const lastToday = async (): Promise<string> => (await asked('/channels/guizhou')).html;
    await expect.poll(lastToday, { timeout: 6_000 }).toContain('&#60;script&#62;alert(1)'); // one description serves for 2 s
    expect(await lastToday()).not.toMatch(/<script>alert|<img src=x/);
  });
});

test('the lobby names what is on, and leads there', async () => {
  await expect.poll(async () => (await asked('/')).html, { timeout: 20_000 }).toContain('<a href="/channels/guizhou">');
  const { html } = await asked('/');
  const live = (await hub.lobby()).channels.filter(({ state }) => state === 'live');
  const named = live.filter(({ slug }) => html.includes(`<a href="/channels/${slug}">`));
  expect(named.length).toBeGreaterThan(3);
});
