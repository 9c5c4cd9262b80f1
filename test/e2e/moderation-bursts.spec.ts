import { heldRow, moderatorAt } from './arrange/desk.js';
import { expect, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { aGuestByHttp, lastSaid, sayByHttp } from './arrange/speakers.js';

const room = 'room:tide';
const people = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

/** From the fourth who says it on, what nearly the same people say is one burst. */
const saidBefore = 3;

/** Many say the same; how many of them are held as one. */
async function crowdSays(address: string, words: string): Promise<number> {
  const crowd = await Promise.all(people.map((name) => aGuestByHttp(address, `路人${name}`)));
  let held = 0;
  for (const guest of crowd) held += (await sayByHttp(address, room, guest, words)).status === 'held' ? 1 : 0;
  return held;
}
const timesIn = (text: string, words: string): number => text.split(words).length - 1;

test.beforeEach(async ({ hub }) => {
  const moderator = await aModerator(hub.address);
  await moderator.clearDesk();
  await moderator.setMode(room, {});
});

test('what many say alike is one row, passed at once and taken back at once', async ({ browser, hub }, { repeatEachIndex }) => {
  const words = `大家快来数一数今天的浪有几层${'东南西北'[repeatEachIndex] ?? ''}`;
  const inRoom = async () => timesIn(await lastSaid(hub.address, room), words);
  const size = await crowdSays(hub.address, words);
  expect(size).toBe(people.length - saidBefore);
  const before = await inRoom();
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const row = heldRow(page, words);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`合并 ${size} 条`);
  await row.getByRole('button').first().click();
  await page.keyboard.press('Shift+A');
  await expect(page.getByText(`已通过 ${size} 条`)).toBeVisible();
  await expect.poll(inRoom).toBe(before + size);
  await page.keyboard.press('z');
  await expect.poll(inRoom).toBe(before);
});

test('a burst is rejected as a whole from its button, and its row takes it back', async ({ browser, hub }, { repeatEachIndex }) => {
  const words = `这里有人免费送望远镜快去看看${'春夏秋冬'[repeatEachIndex] ?? ''}`;
  const moderator = await aModerator(hub.address);
  const size = await crowdSays(hub.address, words);
  const said = timesIn(await lastSaid(hub.address, room), words);
  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  const row = heldRow(page, words);
  await row.getByRole('button').first().click();
  await page.getByRole('button', { name: `拒绝同类 ${size} 条` }).click();
  await expect(row).toContainText('已拒绝');
  await expect.poll(async () => (await moderator.held()).length).toBe(0);
  await row.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await moderator.held()).map(({ burst }) => burst?.size)).toEqual([size]);
  await expect(row).not.toContainText('已拒绝');
  expect(timesIn(await lastSaid(hub.address, room), words)).toBe(said);
});
