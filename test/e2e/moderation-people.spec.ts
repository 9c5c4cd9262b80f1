import type { Page } from '@playwright/test';
import { moderatorAt, signInAt } from './arrange/desk.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { accessible, contrast, fitsNarrow } from './arrange/page-checks.js';
import { lastWordOf } from './arrange/people-acts.js';
import { enterChannel, introduceAs, press, say } from './room.js';

/** Every word is shown to everybody. */
const test = journeysOn({ VISIBLE_BUDGET: '0' });
test.describe.configure({ lock: busy });

const room = 'guangxi';
const row = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text }).last();
const field = (page: Page) => page.getByRole('textbox', { name: '说点什么' });

/** Behind the picture's settings, where it is not pressed by mistake. */
async function openStreamReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '播放设置' }).click();
  await page.getByRole('button', { name: '举报这个直播' }).click();
}

test('a mute is seen at once, with its end and its reason; another moderator hears the appeal', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  await enterChannel(page, room);
  await introduceAs(page, '小满');
  await say(page, '今天讲得不好');
  const [moderator, other] = await Promise.all([aModerator(hub.address), aModerator(hub.address, 'moderator2')]);
  const { author } = await lastWordOf(hub.address, `room:${room}`, '小满');
  await moderator.sanction({ kind: 'mute', user: author, scope: '450000', durationMs: 600_000, rule: 'flame' });

  await expect(page.getByText(/你被禁言到 \d{2}:\d{2}。/)).toBeVisible();
  await expect(page.getByText('原因：辱骂他人，范围：广西', { exact: false })).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  expect(await accessible(page)).toEqual([]);
  expect(await fitsNarrow(page)).toEqual([]);

  await page.getByRole('button', { name: '申诉' }).click();
  await page.getByLabel('说说为什么不该这样处理').fill('我说的是天气');
  expect(await accessible(page)).toEqual([]);
  await page.getByRole('button', { name: '提交申诉' }).click();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText('申诉收到了，另一位审核员会看。')).toBeVisible();

  const [appeal] = await moderator.appeals();
  expect(appeal).toMatchObject({ words: '我说的是天气', yours: true, what: 'mute' });
  expect(await moderator.hear(appeal, 'overturned', '是误会')).toBe(403);
  expect(await other.hear(appeal, 'overturned', '是误会')).toBe(200);
  await expect(page.getByRole('dialog', { name: '申诉成立' })).toContainText('是误会');
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(field(page)).toBeEditable();
  await say(page, '谢谢');
});

test('what a viewer reports reaches a moderator, and the viewer hears what came of it', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using eve = await somebody(browser, hub);
  for (const { page } of [ada, eve]) await enterChannel(page, room);
  await introduceAs(ada.page, '热心人');
  await introduceAs(eve.page, '吵架的');
  await say(eve.page, '你们说得都不对');
  const said = row(ada.page, '你们说得都不对');
  await press(said, said.getByRole('button', { name: '举报 吵架的 的消息' }));
  await ada.page.getByLabel('骂人、攻击别人').check();
  expect(await accessible(ada.page)).toEqual([]);
  expect(await contrast(ada.page)).toEqual([]);
  await ada.page.getByRole('button', { name: '举报', exact: true }).click();
  await expect(ada.page.getByText('审核员会看，处理完告诉你结果。', { exact: false })).toBeVisible();
  await ada.page.getByRole('button', { name: '知道了' }).click();

  const moderator = await aModerator(hub.address);
  const [report] = await moderator.reports();
  expect(report).toMatchObject({ text: '你们说得都不对', reporters: 1, reasons: [{ reason: 'abuse', count: 1 }] });
  await moderator.settle(report, 'upheld', 'flame');
  await expect(ada.page.getByText('你举报的内容已经处理，谢谢你。')).toBeVisible();
  await expect(ada.page.getByRole('log').getByText('你们说得都不对')).toHaveCount(0);
  await expect(eve.page.getByText('你的一条消息被撤回：辱骂他人。')).toBeVisible();
});

test('a viewer reports what plays; a moderator decides it at the desk, and the viewer is told', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = ada;
  await enterChannel(page, 'tide');
  await introduceAs(page, '细心人');
  await openStreamReport(page);
  await page.getByLabel('危险，容易被模仿').check();
  await page.getByLabel('补充一句（可以不写）').fill('没有戴护目镜');
  expect(await accessible(page)).toEqual([]);
  expect(await fitsNarrow(page)).toEqual([]);
  await page.getByRole('button', { name: '举报', exact: true }).click();
  await expect(page.getByText('审核员会看，处理完告诉你结果。', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();

  await using desk = await moderatorAt(browser, hub);
  await desk.page.getByRole('button', { name: /^被举报/ }).click();
  const report = desk.page.getByRole('listitem').filter({ hasText: '没有戴护目镜' });
  await expect(report).toContainText('直播');
  await expect(report).toContainText('潮汐');
  await expect(report).toContainText('危险，容易被模仿');
  await report.getByRole('button', { name: '举报成立' }).click();
  await expect(report).toHaveCount(0);
  await expect(page.getByText('你举报的内容已经处理，谢谢你。')).toBeVisible();
});

test('who decided does not hear the appeal at the desk; a colleague does, with a reason that the person reads', async ({
  browser,
  hub,
}) => {
  await using ada = await somebody(browser, hub);
  const { page } = ada;
  await enterChannel(page, 'beijing');
  await introduceAs(page, '大雪');
  await say(page, '这题我做不出来啊');
  const first = await aModerator(hub.address);
  const { author } = await lastWordOf(hub.address, 'room:beijing', '大雪');
  await first.sanction({ kind: 'mute', user: author, scope: '110000', durationMs: 600_000, rule: 'flood' });
  await page.getByRole('button', { name: '申诉' }).click();
  await page.getByLabel('说说为什么不该这样处理').fill('我只说了一句');
  await page.getByRole('button', { name: '提交申诉' }).click();
  await page.getByRole('button', { name: '知道了' }).click();

  const appealIn = (desk: Page) => desk.getByRole('listitem').filter({ hasText: '我只说了一句' });
  await using own = await moderatorAt(browser, hub);
  await own.page.getByRole('button', { name: /^申诉/ }).click();
  await expect(appealIn(own.page)).toContainText('这是你自己裁决的，由同事来听。');
  await expect(appealIn(own.page).getByRole('button', { name: '维持' })).toHaveCount(0);

  await using colleague = await moderatorAt(browser, hub, 'moderator2');
  await colleague.page.getByRole('button', { name: /^申诉/ }).click();
  await appealIn(colleague.page).getByLabel('写给对方的理由').fill('重复了几遍，下次慢一点');
  await appealIn(colleague.page).getByRole('button', { name: '维持' }).click();
  await expect(appealIn(colleague.page)).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: '申诉看过了' })).toContainText('重复了几遍，下次慢一点');
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText('申诉看过了，维持原来的决定。')).toBeVisible();
});

test('a moderator treats a message and its author from the room', async ({ browser, hub }) => {
  await using watch = await somebody(browser, hub);
  await using eve = await somebody(browser, hub);
  await enterChannel(eve.page, room);
  await introduceAs(eve.page, '又来一位');
  const { page } = watch;
  await signInAt(page, 'moderator');
  await enterChannel(page, room);
  await say(eve.page, '我又来说一句了');
  const said = row(page, '我又来说一句了');
  await press(said, said.getByRole('button', { name: '处理' }));
  await page.getByLabel('撤回并禁言').check();
  await page.getByLabel('原因').selectOption({ label: '广告' });
  expect(await accessible(page)).toEqual([]);
  await page.getByRole('button', { name: '禁言', exact: true }).click();
  await expect(page.getByText('禁言了')).toBeVisible();
  await expect(eve.page.getByText(/你被禁言到/)).toBeVisible();
  await expect(eve.page.getByRole('log').getByText('我又来说一句了')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(field(eve.page)).toBeEditable();
});

// Last: new guests of this machine, which has one address, are looked at first from here on.
test('a ban closes the connection, and the page says so and stays', async ({ browser, hub }) => {
  await using bob = await somebody(browser, hub);
  const { page } = bob;
  await enterChannel(page, room);
  await introduceAs(page, '再来一位');
  await say(page, '有人要一起看吗');
  const moderator = await aModerator(hub.address);
  const { author } = await lastWordOf(hub.address, `room:${room}`, '再来一位');
  await moderator.sanction({ kind: 'ban', user: author, scope: 'CN', durationMs: 3_600_000, rule: 'fraud', hideMinutes: 5 });
  await expect(page.getByText(/你被封禁到 \d{2}:\d{2}。/)).toBeVisible();
  await expect(page.getByText('原因：诈骗，范围：', { exact: false })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/你被封禁到/)).toBeVisible();
  await expect(page.getByRole('log').getByText('有人要一起看吗')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '申诉' })).toBeVisible();
});
