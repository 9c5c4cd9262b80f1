import { expect, journeysOn, somebody } from './arrange/journey.js';
import { aClass, school } from './arrange/a-class.js';
import { listRanges } from './arrange/operator.js';
import { enterChannel, introduceAs, say } from './room.js';

/** Promised is half a minute; a guard is three times as long. */
const guardMs = 90_000;

/** Guests whom an unlisted address is let in a second. */
const atOnce = 20;

/** A hub behind a proxy, which is this test. */
const test = journeysOn({ TRUSTED_PROXIES: '127.0.0.1' });

test('in a class behind one address a page gets its name by itself; once the range is listed nobody waits', async ({ browser, hub }) => {
  test.setTimeout(guardMs + 120_000);
  const atSchool = { extraHTTPHeaders: { 'x-forwarded-for': school } };
  await using ada = await somebody(browser, hub, atSchool);
  await using bob = await somebody(browser, hub, atSchool);
  await using others = aClass(hub.address);
  await enterChannel(ada.page, 'deep-space');
  await expect.poll(others.refused, { timeout: 20_000 }).toBeGreaterThan(0);
  await ada.page.getByLabel('你的名字').fill('Ada');
  await ada.page.getByRole('button', { name: '就叫这个' }).click();
  await expect(ada.page.getByRole('textbox', { name: '说点什么' })).toBeEditable({ timeout: guardMs });

  await listRanges(hub.address, ['203.0.113.0/24']);
  const before = others.refused();
  await enterChannel(bob.page, 'deep-space');
  await introduceAs(bob.page, 'Bob');
  await say(bob.page, '我们班都到了');
  await expect(ada.page.getByRole('log').getByText('我们班都到了')).toBeVisible();
  expect(others.refused() - before).toBeLessThan(atOnce); // whoever was on the way when the list changed
});
