import { randomUUID } from 'node:crypto';
import { appealOf, reportMessage } from './arrange/complainers.js';
import { moderatorAt, reviewFirst } from './arrange/desk.js';
import { expect, somebody, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { aGuestByHttp, readByAnybody, sayByHttp } from './arrange/speakers.js';
import { enterChannel } from './room.js';

const room = 'room:tide';

/** Words that nobody has said before: what one journey leaves is not taken for another's. */
const anew = (words: string): string =>
  `${words}${[...randomUUID().replaceAll('-', '')]
    .slice(0, 6)
    .map((digit) => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[parseInt(digit, 16)])
    .join('')}`;

test('what viewers report is one card with their reasons; upheld, it is taken back everywhere', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await moderator.setMode(room, {});
  const words = anew('你们都不懂潮汐');
  const [eve, bob, dan] = await Promise.all(['吵架的', '路人甲', '路人乙'].map((name) => aGuestByHttp(hub.address, name)));
  if (!eve || !bob || !dan) throw new Error('somebody is missing');
  const { id } = await sayByHttp(hub.address, room, eve, words);
  await using viewer = await somebody(browser, hub);
  await enterChannel(viewer.page, 'tide');
  await expect(viewer.page.getByRole('log')).toContainText(words);
  for (const by of [bob, dan]) await reportMessage(hub.address, by, { topic: room, id }, 'abuse');

  await using ada = await moderatorAt(browser, hub);
  const { page } = ada;
  await page.getByRole('button', { name: /^被举报/ }).click();
  const card = page.getByRole('listitem').filter({ hasText: words });
  await expect(card).toContainText('2 人举报');
  await expect(card).toContainText('骂人、攻击别人 ×2');
  await expect(card.getByLabel('依据')).toHaveValue('flame');
  await card.getByRole('button', { name: '撤回这条' }).click();
  await expect(card).toHaveCount(0);
  await expect(viewer.page.getByRole('log')).not.toContainText(words);
  expect(await readByAnybody(hub.address, room)).not.toContain(words);
});

test('a report that is not upheld leaves the message where it is', async ({ browser, hub }) => {
  const moderator = await aModerator(hub.address);
  await moderator.setMode(room, {});
  const words = anew('我觉得讲得太快了');
  const [eve, bob] = await Promise.all(['慢一点', '路人'].map((name) => aGuestByHttp(hub.address, name)));
  if (!eve || !bob) throw new Error('somebody is missing');
  const { id } = await sayByHttp(hub.address, room, eve, words);
  await reportMessage(hub.address, bob, { topic: room, id }, 'other');
  await using ada = await moderatorAt(browser, hub);
  await ada.page.goto('/desk/moderation?list=reports');
  const card = ada.page.getByRole('listitem').filter({ hasText: words });
  await card.getByRole('button', { name: '不成立' }).click();
  await expect(card).toHaveCount(0);
  expect(await readByAnybody(hub.address, room)).toContain(words);
});

test('an appeal is heard by another moderator, with a reason, and what was rejected is published', async ({ browser, hub }) => {
  await reviewFirst(hub.address, room);
  const moderator = await aModerator(hub.address);
  await moderator.clearDesk();
  const words = anew('退潮以后能捡到什么');
  const eve = await aGuestByHttp(hub.address, '赶海的');
  const { id } = await sayByHttp(hub.address, room, eve, words);
  await moderator.clearDesk(); // the first moderator rejects it
  await appealOf(hub.address, eve, id, '我只是想知道');

  await using ada = await moderatorAt(browser, hub, 'moderator');
  await ada.page.getByRole('button', { name: /^申诉/ }).click();
  const own = ada.page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('这是你自己裁决的，由同事来听。');
  await expect(own.getByRole('button', { name: '改判' })).toHaveCount(0);

  await using bob = await moderatorAt(browser, hub, 'moderator2');
  await bob.page.getByRole('button', { name: /^申诉/ }).click();
  const card = bob.page.getByRole('listitem').filter({ hasText: words });
  await expect(card).toContainText('我只是想知道');
  await expect(card.getByRole('button', { name: '改判' })).toBeDisabled();
  await card.getByLabel('写给对方的理由').fill('问得很好');
  await card.getByRole('button', { name: '改判' }).click();
  await expect(card).toHaveCount(0);
  await expect.poll(() => readByAnybody(hub.address, room)).toContain(words);
  await moderator.setMode(room, {});
});
