import type { Browser, Page } from '@playwright/test';
import type { SpawnedHub } from '../harness/hub.js';
import { busy, expect, somebody, test, type Somebody } from './arrange/journey.js';
import { newestNumber } from './arrange/newest-number.js';
import { accessible } from './arrange/page-checks.js';
import { announce, demoStaff, pin } from './arrange/speakers.js';
import { openChannel, say } from './room.js';

test.describe.configure({ lock: busy });

const campaign = 'kepuri-2023';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const seenWithin = { timeout: 2_000 };

const feed = (page: Page) => page.getByRole('list', { name: '大家说的，最新在前' });
const posts = (page: Page) => feed(page).locator(':scope > li');
const chip = (page: Page) => page.getByRole('button', { name: /条新的/ });

async function introduce(page: Page, name: string, region?: string): Promise<void> {
  await page.getByLabel('你的名字').fill(name);
  if (region) await page.getByLabel('在哪里').selectOption({ label: region });
  await page.getByRole('button', { name: '就叫这个' }).click();
  await expect(page.getByRole('textbox', { name: '说点什么' })).toBeEditable();
}

/** Opens a topic from the list of topics, as a reader does. */
async function openTopic(page: Page, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: '话题' }).filter({ visible: true }).first().click();
  await page.locator('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function aSpeakerIn(
  browser: Browser,
  hub: SpawnedHub,
  { name, region, title }: { name: string; region?: string; title: string },
): Promise<Somebody> {
  const speaker = await somebody(browser, hub);
  await openTopic(speaker.page, title);
  await introduce(speaker.page, name, region);
  return speaker;
}

test('what is said in a room that carries the topic is on the topic’s page within 2 s, and the reader’s place stays', async ({
  browser,
  hub,
}) => {
  await using reader = await somebody(browser, hub);
  await using speaker = await somebody(browser, hub);
  await openTopic(reader.page, '云上科普日');
  await openChannel(speaker.page, 'tide');
  await introduce(speaker.page, '观潮的人', '浙江');
  await speaker.page.getByRole('group', { name: '发到哪里' }).getByText('#云上科普日').click();

  await say(speaker.page, '第一条');
  await expect(chip(reader.page)).toHaveText('有 1 条新的', seenWithin);
  await expect(posts(reader.page)).toHaveCount(0);
  await chip(reader.page).click();
  await expect(posts(reader.page).first()).toContainText('第一条');
  await expect(posts(reader.page).first()).toContainText('浙江');

  const place = () =>
    posts(reader.page)
      .filter({ hasText: '第一条' })
      .evaluate((post) => post.getBoundingClientRect().top);
  const before = await place();
  await say(speaker.page, '第二条');
  await expect(chip(reader.page)).toHaveText('有 1 条新的', seenWithin);
  expect(await place()).toBe(before);
});

test('a question on the page is answered there, and the author sees the answer under it', async ({ browser, hub }) => {
  await using ada = await aSpeakerIn(browser, hub, { name: '小满', region: '广西', title: '田间课堂' });
  await using bob = await aSpeakerIn(browser, hub, { name: '谷雨', title: '田间课堂' });
  await say(ada.page, '玉米叶子发黄怎么办');
  await expect(posts(ada.page).first()).toContainText('玉米叶子发黄怎么办');
  await chip(bob.page).click();
  await bob.page.getByRole('button', { name: '回复 小满' }).click();
  await say(bob.page, '先看是不是缺氮');
  await expect(chip(ada.page)).toBeVisible(seenWithin);
  await chip(ada.page).click();
  await expect(posts(ada.page)).toHaveCount(1);
  await expect(posts(ada.page).first().getByRole('listitem')).toContainText('先看是不是缺氮');
});

test('the feed is filtered by place from the map and from the address, and by keyboard alone', async ({ browser, hub }) => {
  const title = '每一滴水';
  await using ada = await aSpeakerIn(browser, hub, { name: '小满', region: '四川', title });
  await using bob = await aSpeakerIn(browser, hub, { name: '谷雨', region: '新疆', title });
  await say(ada.page, '都江堰没有大坝');
  await say(bob.page, '坎儿井在地下走水');

  await using reader = await somebody(browser, hub, { viewport: { width: 1440, height: 900 } });
  const { page } = reader;
  await page.goto('/topics/jieshui');
  await expect(posts(page)).toHaveCount(2);
  const sichuan = page.getByRole('button', { name: /^四川 1 条$/ });
  await sichuan.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/region=510000/);
  await expect(posts(page)).toHaveCount(1);
  await expect(posts(page)).toContainText('都江堰');

  await page.reload();
  await expect(posts(page)).toHaveCount(1);
  await expect(sichuan).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '只看四川，点一下看全部' }).focus();
  await page.keyboard.press('Space');
  await expect(posts(page)).toHaveCount(2);
});

test('a pin and an announcement are seen by who comes later; the pin goes with its message', async ({ browser, hub }) => {
  const title = '抬头看星空';
  const topic = `hashtag:${campaign}:xingkong`;
  await using ada = await aSpeakerIn(browser, hub, { name: '小满', region: '西藏', title });
  await say(ada.page, '木星很亮，不闪');
  await expect(posts(ada.page)).toHaveCount(1);
  const operator = await demoStaff(hub.address, 'operator');
  await pin(hub.address, topic, operator, await newestNumber(hub.address, topic));
  await announce(hub.address, topic, operator, '今晚八点一起看土星');

  await using late = await somebody(browser, hub, phone);
  await openTopic(late.page, title);
  await expect(late.page.getByRole('button', { name: /置顶/ }).first()).toContainText('木星很亮');
  await expect(posts(late.page).first()).toContainText('今晚八点一起看土星');
  await posts(ada.page).filter({ hasText: '木星很亮' }).getByRole('button', { name: '撤回' }).click();
  await expect(late.page.getByText('木星很亮')).toHaveCount(0);
});

test('a guest moves to another place under the same name, and is there in their next words', async ({ browser, hub }) => {
  await using ada = await aSpeakerIn(browser, hub, { name: '小满', region: '广东', title: '候鸟来了' });
  const { page } = ada;
  await say(page, '珠江口的红嘴鸥');
  await page.getByRole('button', { name: '改名字和地区' }).click();
  await page.getByLabel('在哪里').selectOption({ label: '不说在哪里' });
  await page.getByRole('button', { name: '就叫这个' }).click();
  await expect(page.getByText('小满 · 没说在哪里')).toBeVisible();
  await say(page, '不说在哪里了');
  await expect(posts(page)).toHaveCount(2);
  await expect(posts(page).first()).not.toContainText('广东');
  await expect(posts(page).first().getByRole('button', { name: '撤回' })).toBeVisible();
  await expect(posts(page).last()).toContainText('广东');
});

// What stands around the pages is looked at by page-access.spec.ts, with every route.
for (const [size, options] of Object.entries({ phone, desktop: { viewport: { width: 1440, height: 900 } } })) {
  test(`the pages of topics are clean and fit a ${size}`, async ({ browser, hub }) => {
    await using reader = await somebody(browser, hub, options);
    const { page } = reader;
    for (const path of ['/topics', '/topics/yinling', '/topics/no-such-topic']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await accessible(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
