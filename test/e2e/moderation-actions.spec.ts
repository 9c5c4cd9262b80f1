import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { lastWordOf } from './arrange/people-acts.js';
import { announce, demoStaff, pin } from './arrange/speakers.js';
import { enterChannel, heard, introduceAs, say } from './room.js';

/** Every word is shown to everybody. */
const test = journeysOn({ VISIBLE_BUDGET: '0' });
test.describe.configure({ lock: busy });

/** On every screen a tick after the verdict; on a machine that does ten things at once a while later. */
const soon = { timeout: 3_000 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const row = (page: Page, words: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: words }).last();
const field = (page: Page) => page.getByRole('textbox', { name: '说点什么' });

/** Who speaks, on a phone; who sits beside; and who reads English. All three are in the room. */
async function threeViewers(browser: Browser, hub: SpawnedHub, channel: string, name: string) {
  const [speaker, neighbour, reader] = [
    await somebody(browser, hub, phone),
    await somebody(browser, hub),
    await somebody(browser, hub, { locale: 'en-GB' }),
  ];
  for (const { page } of [speaker, neighbour, reader]) await enterChannel(page, channel);
  await introduceAs(speaker.page, name);
  return {
    page: speaker.page,
    others: [neighbour.page, reader.page] as const,
    [Symbol.asyncDispose]: async () => {
      for (const one of [speaker, neighbour, reader]) await one[Symbol.asyncDispose]();
    },
  };
}

test('what waits is passed, masked or rejected: each of three viewers sees what it came to, and nothing before', async ({
  browser,
  hub,
}) => {
  const moderator = await aModerator(hub.address);
  const other = await aModerator(hub.address, 'moderator2');
  await moderator.setMode('room:microscope', { reviewFirst: true });
  await using viewers = await threeViewers(browser, hub, 'microscope', '小满');
  const { page, others } = viewers;
  await say(page, '苔藓怎么喝水');
  await say(page, '显微镜招加盟');
  await say(page, '大家快来看隔壁');
  for (const words of ['苔藓怎么喝水', '显微镜招加盟', '大家快来看隔壁'])
    await expect(row(page, words)).toContainText('审核中，只有你能看到');
  for (const one of others) expect(await heard(one, /苔藓|显微镜|隔壁/g)).toEqual([]);

  await moderator.decide('苔藓怎么喝水', { verdict: 'passed' });
  await other.decide('显微镜招加盟', { verdict: 'passed', masked: true });
  await other.decide('大家快来看隔壁', { verdict: 'rejected', rule: 'off-topic' });
  for (const one of [page, ...others]) {
    await expect(row(one, '苔藓怎么喝水')).toBeVisible(soon);
    await expect(row(one, '显微镜***')).toBeVisible(soon);
  }
  await expect(row(page, '大家快来看隔壁')).toContainText('未通过：与话题无关', soon);
  await expect(row(page, '苔藓怎么喝水')).not.toContainText('审核中');
  for (const one of others) expect(await heard(one, /招加盟|隔壁/g)).toEqual([]);

  await row(page, '大家快来看隔壁').getByRole('button', { name: '修改再发' }).click();
  await expect(field(page)).toHaveValue('大家快来看隔壁');
  await moderator.setMode('room:microscope', {});
});

test('what was rejected is appealed against; another moderator lets it be heard', async ({ browser, hub }) => {
  const [moderator, other] = [await aModerator(hub.address), await aModerator(hub.address, 'moderator2')];
  await moderator.setMode('room:tide', { reviewFirst: true });
  await using viewers = await threeViewers(browser, hub, 'tide', '谷雨');
  const { page, others } = viewers;
  await say(page, '月亮为什么会拉动海水');
  await expect(row(page, '月亮为什么会拉动海水')).toContainText('审核中');
  await moderator.decide('月亮为什么会拉动海水', { verdict: 'rejected', rule: 'flood' });
  await row(page, '月亮为什么会拉动海水').getByRole('button', { name: '申诉' }).click();
  await page.getByLabel('说说为什么不该这样处理').fill('我只问了一次');
  await page.getByRole('button', { name: '提交申诉' }).click();
  await page.getByRole('button', { name: '知道了' }).click();

  await expect(row(page, '月亮为什么会拉动海水')).toContainText('申诉收到了');
  await expect(row(page, '月亮为什么会拉动海水').getByRole('button', { name: '申诉' })).toHaveCount(0);
  const [appeal] = await other.appeals();
  expect(appeal).toMatchObject({ what: 'rejected', texts: ['月亮为什么会拉动海水'], words: '我只问了一次', yours: false });
  expect(await other.hear(appeal, 'overturned', '是好问题')).toBe(200);
  await expect(page.getByRole('dialog', { name: '申诉成立' })).toContainText('是好问题', soon);
  await page.getByRole('button', { name: '知道了' }).click();
  for (const one of [page, ...others]) await expect.poll(() => heard(one, /月亮为什么会拉动海水/g), soon).toHaveLength(1);
  await moderator.setMode('room:tide', {});
});

test('what was said is taken back on every screen, also of who comes later, and its author hears why', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using viewers = await threeViewers(browser, hub, 'deep-space', '白露');
  const { page, others } = viewers;
  await say(page, '望远镜买二手的就行');
  for (const one of others) await expect(row(one, '望远镜买二手的就行')).toBeVisible(soon);
  const { seq } = await lastWordOf(hub.address, 'room:deep-space', '白露');
  await moderator.retract('room:deep-space', seq, 'ad');
  for (const one of [page, ...others]) await expect.poll(() => heard(one, /望远镜买二手的就行/g), soon).toEqual([]);
  await expect(page.getByText('你的一条消息被撤回：广告。')).toBeVisible(soon);
  await expect(field(page)).toBeEditable();
  await using late = await somebody(browser, hub);
  await enterChannel(late.page, 'deep-space');
  expect(await heard(late.page, /望远镜/g)).toEqual([]);
});

test('an announcement and a pin are seen by all; a warning by whom it is for, who goes on speaking', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  const staff = await demoStaff(hub.address, 'moderator');
  await using viewers = await threeViewers(browser, hub, 'beijing', '芒种');
  const { page, others } = viewers;
  await say(page, '老师讲得太慢了吧');
  const { seq, author } = await lastWordOf(hub.address, 'room:beijing', '芒种');
  await announce(hub.address, 'room:beijing', staff, '两点半开始答疑');
  await pin(hub.address, 'room:beijing', staff, seq);
  for (const one of [page, ...others]) {
    await expect(row(one, '两点半开始答疑')).toBeVisible(soon);
    await expect(one.getByRole('button', { name: /^(置顶：|Pinned:)/ })).toContainText('老师讲得太慢了吧', soon);
  }

  await moderator.sanction({ kind: 'warn', user: author, scope: '110000', rule: 'flame' });
  const told = page.getByRole('dialog', { name: '审核员提醒你' });
  await expect(told).toContainText('有一条消息不太合适：辱骂他人。', soon);
  for (const one of others) await expect(one.getByRole('dialog')).toHaveCount(0);
  await told.getByRole('button', { name: '知道了' }).click();
  await say(page, '好的，我说慢一点');
  for (const one of others) await expect(row(one, '好的，我说慢一点')).toBeVisible(soon);
  await page.reload();
  await expect(field(page)).toBeEditable();
  await expect(told).toHaveCount(0);
});

// Last: new guests of this machine, which has one address, are looked at first in Guangxi from here on.
test('a ban of one region is said there, where one reads on, and elsewhere one speaks as before', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await using viewers = await threeViewers(browser, hub, 'guangxi', '寒露');
  const { page, others } = viewers;
  const [neighbour, reader] = others;
  await introduceAs(neighbour, '霜降');
  await say(page, '你们都不懂别说了');
  const { author } = await lastWordOf(hub.address, 'room:guangxi', '寒露');
  await moderator.sanction({ kind: 'ban', user: author, scope: '450000', durationMs: 3_600_000, rule: 'flame', hideMinutes: 5 });
  await expect(page.getByText(/你被封禁到 \d{2}:\d{2}。/)).toBeVisible(soon);
  await expect(page.getByText('原因：辱骂他人，范围：广西壮族自治区。')).toBeVisible();
  await expect(page.getByText('可以继续看，到别的地区可以照常发言。')).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  for (const one of [page, reader]) await expect.poll(() => heard(one, /你们都不懂别说了/g), soon).toEqual([]);

  await say(neighbour, '广西的云海真好看');
  await expect(row(page, '广西的云海真好看')).toBeVisible(soon);
  await page.reload();
  await expect(row(page, '广西的云海真好看')).toBeVisible();
  await expect(page.getByText(/你被封禁到 \d{2}:\d{2}。/)).toBeVisible();
  await expect(page.getByText('聊天打不开')).toHaveCount(0);

  await enterChannel(page, 'tide');
  await expect(field(page)).toBeEditable();
  await say(page, '这里可以说');
  await expect(row(page, '这里可以说')).not.toContainText('未通过');
});
