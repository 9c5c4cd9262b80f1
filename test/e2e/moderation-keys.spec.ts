import type { Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { focusedRow, heldRow, moderatorAt } from './arrange/desk.js';
import { expect, test } from './arrange/journey.js';
import { aModerator, type Moderator } from './arrange/moderator.js';
import { aGuestByHttp, readByAnybody, sayByHttp } from './arrange/speakers.js';

const room = 'room:microscope';
let moderator: Moderator;

test.beforeEach(async ({ hub }) => {
  moderator = await aModerator(hub.address);
  await moderator.clearDesk();
  await moderator.setMode(room, { reviewFirst: true });
});

/** Somebody says each of these, and each is held. */
async function held({ address }: SpawnedHub, ...texts: string[]): Promise<void> {
  const guest = await aGuestByHttp(address, '青蛙');
  for (const text of texts) expect(await sayByHttp(address, room, guest, text)).toMatchObject({ status: 'held' });
}

/** How many verdicts this page has asked the hub for. */
function verdictsOf(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => (asked += request.url().endsWith('/verdict') ? 1 : 0));
  return () => asked;
}

const isOn = (page: Page, words: string) => expect(focusedRow(page)).toContainText(words);

test('J and K walk over the rows, G goes to the most urgent, and brackets through the rooms', async ({ browser, hub }) => {
  await held(hub, '鲸怎么睡觉', '水母有没有心脏', '章鱼会不会做梦');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '鲸怎么睡觉');
  for (const [key, words] of [
    ['j', '水母有没有心脏'],
    ['j', '章鱼会不会做梦'],
    ['j', '章鱼会不会做梦'],
    ['k', '水母有没有心脏'],
  ] as const) {
    await page.keyboard.press(key);
    await isOn(page, words);
  }
  await held(hub, '加我微信领资料');
  await expect(page.getByRole('button', { name: /条新的/ })).toBeVisible();
  await isOn(page, '水母有没有心脏');
  await page.keyboard.press('g');
  await isOn(page, '领资料');
  await expect(page.getByRole('button', { name: /条新的/ })).toHaveCount(0);

  await expect(page).not.toHaveURL(/topic=/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/topic=room(:|%3A)microscope/);
  await page.keyboard.press('[');
  await expect(page).not.toHaveURL(/topic=/);
});

test('A passes, E passes with what was found masked, R rejects by the rule that the sender is told', async ({ browser, hub }) => {
  await moderator.listTerm({ id: 'journey-keys', term: '琉璃盏', category: 'ad', level: 1, action: 'hold' });
  await held(hub, '这个琉璃盏是谁做的', '草履虫会不会游泳', '显微镜是谁发明的');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '这个琉璃盏是谁做的');
  await page.keyboard.press('e');
  await expect(heldRow(page, '是谁做的')).toContainText('已通过');
  await expect.poll(() => readByAnybody(hub.address, room)).toContain('是谁做的');
  expect(await readByAnybody(hub.address, room)).not.toContain('琉璃盏');

  // Nothing was found in the next one: there is nothing to be masked.
  const asked = verdictsOf(page);
  await isOn(page, '草履虫会不会游泳');
  await page.keyboard.press('e');
  await page.keyboard.press('a');
  await expect(heldRow(page, '草履虫会不会游泳')).toContainText('已通过');
  await expect.poll(() => readByAnybody(hub.address, room)).toContain('草履虫会不会游泳');
  expect(asked()).toBe(1);

  await isOn(page, '显微镜是谁发明的');
  const rejected = page.waitForRequest((request) => request.url().endsWith('/verdict'));
  await page.keyboard.press('r');
  expect((await rejected).postDataJSON()).toMatchObject({ verdict: 'rejected', rule: 'off-topic' });
  await expect(heldRow(page, '显微镜是谁发明的')).toContainText('已拒绝');
  expect(await readByAnybody(hub.address, room)).not.toContain('显微镜是谁发明的');
});

test('Z takes the last verdict back for five seconds, and after them only the row does', async ({ browser, hub }) => {
  await held(hub, '珊瑚是动物吗', '海胆有没有眼睛');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const row = heldRow(page, '珊瑚是动物吗');
  const toast = page.getByText(/^已通过 1 条/);
  await isOn(page, '珊瑚是动物吗');
  await page.keyboard.press('r');
  await expect(row).toContainText('已拒绝');
  await page.keyboard.press('z');
  await expect(row).not.toContainText('已拒绝');
  await isOn(page, '珊瑚是动物吗');
  await expect.poll(async () => (await moderator.held()).map(({ text }) => text)).toContain('珊瑚是动物吗');

  await page.keyboard.press('a');
  await expect.poll(() => readByAnybody(hub.address, room)).toContain('珊瑚是动物吗');
  await expect(toast).toBeVisible();
  await expect(toast).toHaveCount(0, { timeout: 8_000 });
  const undone: string[] = [];
  page.on('request', (request) => (request.url().endsWith('/undo') ? undone.push(request.url()) : 0));
  await page.keyboard.press('z');
  await row.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => readByAnybody(hub.address, room)).not.toContain('珊瑚是动物吗');
  expect(undone).toHaveLength(1);
});

test('D takes back what was passed, M treats its author, N notes about them', async ({ browser, hub }) => {
  await held(hub, '月亮为什么跟着我走');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '月亮为什么跟着我走');
  await page.keyboard.press('n');
  await page.getByLabel('备注，只有同事能看到').fill('第一次来，很好奇');
  await page.getByRole('button', { name: '写下' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: '上下文' })).toContainText('第一次来，很好奇');

  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: '处理“青蛙”的消息' })).toContainText('月亮为什么跟着我走');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('a');
  await expect(heldRow(page, '月亮为什么跟着我走')).toContainText('已通过');
  await expect.poll(() => readByAnybody(hub.address, room)).toContain('月亮为什么跟着我走');
  await isOn(page, '月亮为什么跟着我走');
  await page.keyboard.press('d');
  await expect(page.getByText('已撤回 1 条。')).toBeVisible();
  expect(await readByAnybody(hub.address, room)).not.toContain('月亮为什么跟着我走');
});

test('who is muted by M has not said it either: what is held of it is rejected', async ({ browser, hub }) => {
  await held(hub, '北极熊为什么不吃企鹅');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '北极熊为什么');
  await page.keyboard.press('m');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('撤回并禁言').check();
  await sheet.getByLabel('原因').selectOption({ label: '刷屏' });
  const rejected = page.waitForRequest((request) => request.url().endsWith('/verdict'));
  await sheet.getByRole('button', { name: '禁言', exact: true }).click();
  expect((await rejected).postDataJSON()).toMatchObject({ verdict: 'rejected', rule: 'flood' });
  await expect(page.getByText('禁言了')).toBeVisible();
  await expect(heldRow(page, '北极熊为什么')).toContainText('已拒绝');
  await expect.poll(() => moderator.held()).toEqual([]);
});

test('S slows the room step by step, P has it reviewed first or not, V opens the shield', async ({ browser, hub }) => {
  await held(hub, '雪花为什么是六角形');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '雪花为什么是六角形');
  for (const slowModeMs of [5_000, 15_000, 30_000, undefined]) {
    await page.keyboard.press('s');
    await expect.poll(async () => (await moderator.modeOf(room)).slowModeMs).toBe(slowModeMs);
    await expect(page.getByText(/现在：/)).toBeVisible();
  }
  await page.keyboard.press('p');
  await expect.poll(async () => (await moderator.modeOf(room)).reviewFirst).toBeUndefined();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await moderator.modeOf(room)).reviewFirst).toBe(true);

  await page.keyboard.press('v');
  await expect(page.getByRole('dialog', { name: '护盾：全部转先审' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('C leads into the context and Escape back, arrows over decided rows too, and the slash searches', async ({ browser, hub }) => {
  await held(hub, '彗星的尾巴有多长', '流星是不是星星');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await isOn(page, '彗星的尾巴有多长');
  await page.keyboard.press('a');
  await isOn(page, '流星是不是星星');
  await page.keyboard.press('c');
  await expect(page.getByRole('complementary', { name: '上下文' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(heldRow(page, '流星是不是星星').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await isOn(page, '彗星的尾巴有多长');

  await page.keyboard.press('/');
  await page.keyboard.type('流星 a');
  await expect(page.getByRole('searchbox')).toHaveValue('流星 a');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(heldRow(page, '彗星')).toHaveCount(0);
  await expect(heldRow(page, '流星是不是星星')).not.toContainText('已通过');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/q=/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
});

test('a key can be another one, and single keys can be off: then Ctrl and Alt do it', async ({ browser, hub }) => {
  await held(hub, '贝壳里有海的声音吗', '沙滩上的洞是谁挖的');
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const asked = verdictsOf(page);
  await isOn(page, '贝壳里有海的声音吗');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: '修改按键' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'A 通过', exact: true }).click();
  await page.keyboard.press('q');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Q 通过', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('a');
  await page.keyboard.press('j');
  await isOn(page, '沙滩上的洞是谁挖的');
  expect(asked()).toBe(0);
  await page.keyboard.press('q');
  await expect(heldRow(page, '沙滩上的洞是谁挖的')).toContainText('已通过');

  // Kept for the next time.
  await page.reload();
  await isOn(page, '贝壳里有海的声音吗');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Q 通过');
  await page.getByLabel('用单键操作').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByRole('dialog', { name: '给青蛙写备注' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(asked()).toBe(1);
  await page.keyboard.press('Control+Alt+q');
  await expect(heldRow(page, '贝壳里有海的声音吗')).toContainText('已通过');
  expect(asked()).toBe(2);
});
