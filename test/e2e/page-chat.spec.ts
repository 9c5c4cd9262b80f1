import { devices, type Locator, type Page } from '@playwright/test';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { aGuestByHttp, announce, carriedBy, demoStaff, fillRoom, lastSaid, pin, sayByHttp, type Speaker } from './arrange/speakers.js';
import { enterChannel, heard, introduceAs, press, say } from './room.js';

const phone = devices['Pixel 7'];

/** Every word is shown to everybody: a room that is filled in a moment is otherwise thinned out. */
const test = journeysOn({ VISIBLE_BUDGET: '0' });
test.describe.configure({ lock: busy });

const row = (page: Page, text: string) => page.getByRole('log').getByRole('listitem').filter({ hasText: text }).last();
const reply = (to: Locator) => press(to, to.getByRole('button', { name: '回复' }));
const field = (page: Page) => page.getByRole('textbox', { name: '说点什么' });

test('one answers another, and the quote leads to what was answered', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'microscope');
  await introduceAs(ada.page, 'Ada');
  await introduceAs(bob.page, 'Bob');
  await say(ada.page, '细胞核在哪里');
  await reply(row(bob.page, '细胞核在哪里'));
  await expect(field(bob.page)).toBeFocused();
  await expect(bob.page.getByText('回复 Ada：细胞核在哪里')).toBeVisible();
  await say(bob.page, '正中间那个圆的');
  await expect(row(ada.page, '正中间那个圆的').getByRole('button', { name: '回复 Ada：细胞核在哪里' })).toBeVisible();

  await fillRoom(hub.address, 'room:microscope', 60);
  const answer = await sayByHttp(hub.address, 'room:microscope', await aGuestByHttp(hub.address, 'Eve'), '我也想问', { replyTo: 1 });
  expect(answer.status).toBe('published');
  await using late = await somebody(browser, hub);
  await enterChannel(late.page, 'microscope');
  const original = late.page.getByRole('log').getByText('细胞核在哪里', { exact: true });
  await expect(row(late.page, '我也想问')).toBeInViewport();
  await expect(original).not.toBeInViewport();
  await row(late.page, '我也想问').getByRole('button', { name: '回复 Ada：细胞核在哪里' }).click();
  await expect(original).toBeInViewport();
  await expect(late.page.getByRole('log').locator('li:focus')).toContainText('细胞核在哪里');
});

test('a quote leads to what only the history still has', async ({ browser, hub }) => {
  const room = 'room:beijing';
  const eve = await aGuestByHttp(hub.address, 'Eve');
  const { seq = 0 } = await sayByHttp(hub.address, room, eve, '很久以前的一问');
  await fillRoom(hub.address, room, 240); // a snapshot has the last hundred
  await sayByHttp(hub.address, room, eve, '现在才答', { replyTo: seq });

  await using late = await somebody(browser, hub);
  const { page } = late;
  const pagesRead: string[] = [];
  page.on('request', (request) => decodeURIComponent(request.url()).includes(`/topics/${room}/messages?`) && pagesRead.push(request.url()));
  await enterChannel(page, 'beijing');
  await expect(row(page, '现在才答')).toBeInViewport();
  const original = page.getByRole('log').getByText('很久以前的一问', { exact: true });
  await expect(original).toHaveCount(0);
  expect(pagesRead).toEqual([]);
  await row(page, '现在才答').getByRole('button', { name: '回复 Eve：很久以前的一问' }).click();
  await expect(original).toBeInViewport();
  await expect(page.getByRole('log').locator('li:focus')).toContainText('很久以前的一问');
  expect(pagesRead.length).toBeGreaterThan(0);
});

test('what is taken back leaves one line with its number, also in what answered it', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'tide');
  await introduceAs(ada.page, 'Ada');
  await introduceAs(bob.page, 'Bob');
  await say(ada.page, '说错的第一句');
  await say(ada.page, '说错的第二句');
  await reply(row(bob.page, '说错的第二句'));
  await say(bob.page, '没关系');
  for (const words of ['说错的第一句', '说错的第二句']) {
    const own = ada.page.locator('li[data-mine]').filter({ hasText: words }); // not the answer that quotes it
    await press(own, own.getByRole('button', { name: '撤回' }));
  }
  await expect(bob.page.getByText('有 2 条消息已撤回')).toBeVisible();
  await expect(row(bob.page, '没关系')).toContainText('回复 Ada：这条已撤回');
  await expect.poll(() => heard(bob.page, /说错的第.句/g)).toEqual([]);
});

test('what the hub refuses says why and goes back into the field; a double click says a thing once', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await enterChannel(ada.page, 'tide');
  await introduceAs(ada.page, 'Ada');
  await field(ada.page).fill('\u200B'); // seen as words by the field, as nothing by the hub
  await ada.page.getByRole('button', { name: '发送', exact: true }).click();
  const refused = ada.page.getByRole('log').getByRole('listitem').filter({ hasText: '未通过' });
  await expect(refused).toContainText('未通过：');
  await expect(ada.page.locator('[aria-live="assertive"]', { hasText: '未通过：' })).toHaveCount(1);
  await refused.getByRole('button', { name: '修改再发' }).click();
  await expect(refused).toHaveCount(0);
  await expect(field(ada.page)).toBeFocused();

  await field(ada.page).fill('只说一次');
  await ada.page.getByRole('button', { name: '发送', exact: true }).dblclick();
  await say(ada.page, '再说一次');
  await expect.poll(() => heard(ada.page, /[只再]说一次/g)).toEqual(['只说一次', '再说一次']);
});

test('an announcement lies over the log for a while, a pin stays and leads to its message', async ({ browser, hub }) => {
  const topic = 'room:deep-space';
  const staff = await demoStaff(hub.address, 'operator');
  await using ada = await somebody(browser, hub, phone);
  await enterChannel(ada.page, 'deep-space');
  await introduceAs(ada.page, 'Ada');
  await say(ada.page, '行星为什么不会掉下去');
  await expect(row(ada.page, '行星为什么不会掉下去')).toBeVisible();
  const asked = await sayByHttp(hub.address, topic, staff, '十五点集中回答');

  await announce(hub.address, topic, staff, '讲解就要开始');
  const banner = ada.page.locator('output > span').filter({ hasText: '讲解就要开始' });
  await expect(banner).toBeVisible();
  const [over, composer] = [await banner.boundingBox(), await field(ada.page).boundingBox()];
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThan(composer?.y ?? 0);
  await ada.page.getByRole('button', { name: '收起公告' }).click();
  await expect(banner).toHaveCount(0);
  await expect(row(ada.page, '讲解就要开始')).toBeVisible();

  await pin(hub.address, topic, staff, asked.seq ?? 0);
  const strip = ada.page.getByRole('button', { name: '十五点集中回答' });
  await expect(strip).toBeVisible();
  await fillRoom(hub.address, topic, 40);
  const eve = await aGuestByHttp(hub.address, 'Eve');
  await sayByHttp(hub.address, topic, eve, '人都来了');
  await expect(row(ada.page, '人都来了')).toBeInViewport();
  await strip.click();
  await expect(ada.page.getByRole('log').getByText('十五点集中回答', { exact: true })).toBeInViewport();
  await ada.page.getByRole('button', { name: '收起置顶' }).click();
  await expect(ada.page.getByRole('button', { name: '展开置顶' })).toBeVisible();
  await expect(ada.page.getByRole('button', { name: /有 \d+ 条新消息/ })).toHaveCount(0);
  await sayByHttp(hub.address, topic, eve, '刚说的');
  await ada.page.getByRole('button', { name: '有 1 条新消息' }).click();
  await expect(row(ada.page, '刚说的')).toBeInViewport();
});

test('who reads further up keeps their line while the room goes on, and finds all that is above and below', async ({ browser, hub }) => {
  const topic = 'room:tide';
  const eve = await aGuestByHttp(hub.address, 'Eve');
  await sayByHttp(hub.address, topic, eve, '最早说的');
  await fillRoom(hub.address, topic, 120);
  await using ada = await somebody(browser, hub, phone);
  await enterChannel(ada.page, 'tide');
  const log = ada.page.getByRole('log');
  await expect(log.getByText(/^热闹/).last()).toBeInViewport();
  const drawnAtTheEnd = await log.getByRole('listitem').count();
  expect(drawnAtTheEnd).toBeLessThanOrEqual(60);

  await log.evaluate((element) => element.scrollBy(0, -700));
  const line = await log.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return [...element.querySelectorAll('li')].find((each) => each.getBoundingClientRect().top > top)?.dataset['key'] ?? '';
  });
  const place = () => log.locator(`li[data-key="${line}"]`).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await place();
  await fillRoom(hub.address, topic, 40);
  await sayByHttp(hub.address, topic, eve, '最后说的');
  const chip = ada.page.getByRole('button', { name: '有 41 条新消息' });
  await expect(chip).toBeVisible();
  expect(await place()).toBe(before);

  // What is further away is drawn by and by, as one comes there.
  const isSeenAt = async (text: string, px: number) => {
    await log.evaluate((element, there) => element.scrollTo(0, there), px);
    const found = log.getByText(text, { exact: true });
    return (await found.count()) === 1 && found.evaluate((each) => each.getBoundingClientRect().top < innerHeight);
  };
  await expect.poll(() => isSeenAt('最早说的', 0), { timeout: 30_000, intervals: [200] }).toBe(true);
  await expect.poll(() => isSeenAt('最后说的', 1_000_000), { timeout: 30_000, intervals: [200] }).toBe(true);
  await expect(row(ada.page, '最后说的')).toBeInViewport();
  await log.evaluate((element) => element.scrollBy(0, -700));
  await sayByHttp(hub.address, topic, eve, '真的最后');
  await ada.page.getByRole('button', { name: '有 1 条新消息' }).click();
  await expect(row(ada.page, '真的最后')).toBeInViewport();
  expect(await log.getByRole('listitem').count()).toBeLessThanOrEqual(60);
});

test('without a network words wait in the log and are said when it is back, once and in order', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub, phone);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await enterChannel(page, 'microscope');
  await introduceAs(ada.page, 'Ada');
  ada.network.cut();
  await expect(ada.page.getByText('没连上。先写着，连上就发出去。')).toBeVisible({ timeout: 40_000 });
  for (const words of ['断网第1句', '断网第2句']) await say(ada.page, words);
  await expect(row(ada.page, '断网第2句')).toContainText('发送中');
  ada.network.restore();
  await expect.poll(() => heard(bob.page, /断网第\d句/g), { timeout: 30_000 }).toEqual(['断网第1句', '断网第2句']);
  await expect(row(ada.page, '断网第2句')).not.toContainText('发送中');
});

test('a draft is kept for its room', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await enterChannel(ada.page, 'tide');
  await introduceAs(ada.page, 'Ada');
  await field(ada.page).fill('还没写完');
  await enterChannel(ada.page, 'microscope');
  await expect(field(ada.page)).toHaveValue('');
  await enterChannel(ada.page, 'tide');
  await expect(field(ada.page)).toHaveValue('还没写完');
});

test('a room and the topic it carries are one log, filtered and spoken into apart', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub, phone);
  const carried = await carriedBy(hub.address, 'guizhou');
  const eve = await aGuestByHttp(hub.address, 'Eve');
  await ada.page.goto('/channels/guizhou');
  await introduceAs(ada.page, 'Ada');
  await say(ada.page, '房间里说的');
  await sayByHttp(hub.address, carried.topic, eve, '话题里说的');
  await expect(row(ada.page, '话题里说的')).toContainText(`#${carried.title}`);
  await expect.poll(() => heard(ada.page, new RegExp('(房间|话题)里说的', 'g'))).toHaveLength(2);

  const filter = ada.page.getByRole('group', { name: '看哪里的消息' });
  await filter.getByText('本房间').click();
  await expect.poll(() => heard(ada.page, new RegExp('(房间|话题)里说的', 'g'))).toEqual(['房间里说的']);
  await filter.getByText('全部').click();

  await field(ada.page).focus();
  await ada.page.getByRole('group', { name: '发到哪里' }).getByText(`#${carried.title}`).click();
  await say(ada.page, '说到话题里');
  await expect(row(ada.page, '说到话题里')).toContainText(`#${carried.title}`);
  const history = await lastSaid(hub.address, carried.topic);
  expect(history).toContain('说到话题里');
});

test('by keyboard alone: to a row by arrows, answered by R, its actions by Tab', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await enterChannel(ada.page, 'tide');
  await introduceAs(ada.page, 'Ada');
  const eve: Speaker = await aGuestByHttp(hub.address, 'Eve');
  for (const words of ['键盘甲句', '键盘乙句', '键盘丙句']) await sayByHttp(hub.address, 'room:tide', eve, words);
  await expect(row(ada.page, '键盘丙句')).toBeVisible();
  await field(ada.page).focus();
  const focused = ada.page.locator('li:focus');
  for (let pressed = 0; pressed < 30 && (await focused.count()) === 0; pressed += 1) await ada.page.keyboard.press('Shift+Tab');
  await expect(focused).toContainText('键盘丙句');
  await ada.page.keyboard.press('ArrowUp');
  await ada.page.keyboard.press('ArrowUp');
  await expect(focused).toContainText('键盘甲句');
  await ada.page.keyboard.press('Tab');
  await expect(ada.page.locator('button:focus')).toHaveText('回复');
  await ada.page.keyboard.press('Shift+Tab');
  await ada.page.keyboard.press('r');
  await expect(field(ada.page)).toBeFocused();
  await ada.page.keyboard.type('键盘答');
  await ada.page.keyboard.press('Shift+Enter');
  await ada.page.keyboard.type('两行');
  await ada.page.keyboard.press('Enter');
  await expect(row(ada.page, '键盘答')).toContainText('回复 Eve：键盘甲句');
  await expect(row(ada.page, '键盘答')).toContainText('两行');
});

test('nothing that people write breaks a narrow room', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub, { viewport: { width: 320, height: 640 }, hasTouch: true });
  const eve = await aGuestByHttp(hub.address, '很长很长很长很长很长很长的名字呀');
  await sayByHttp(
    hub.address,
    'room:tide',
    eve,
    `${'Donaudampfschifffahrtsgesellschaft'.repeat(8)}👨‍👩‍👧‍👦🚀 <b>不是粗体</b> /${'a'.repeat(120)}`,
  );
  const staff = await demoStaff(hub.address, 'operator');
  await sayByHttp(hub.address, 'room:tide', staff, `<i>不是斜体</i> https://example.org/${'a'.repeat(120)}`);
  await enterChannel(ada.page, 'tide');
  const long = row(ada.page, '<b>不是粗体</b>');
  await expect(long).toBeVisible();
  expect(await long.locator('b, a').count()).toBe(0);
  expect(await row(ada.page, '<i>不是斜体</i>').locator('i, a').count()).toBe(0);
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await ada.page.getByRole('log').evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
});
