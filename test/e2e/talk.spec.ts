import { setTimeout as sleep } from 'node:timers/promises';
import { busy, expect, somebody, test } from './arrange/journey.js';
import { heard, introduceAs, openChannel, press, say } from './room.js';

test.describe.configure({ lock: busy });

const sentences = /第\d+句/g;
const upTo = (count: number): string[] => Array.from({ length: count }, (_, at) => `第${at + 1}句`);

test('two talk, and a third who lost the network for 10 s sees everything in order, once', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  await using eve = await somebody(browser, hub);
  for (const { page } of [ada, bob, eve]) await openChannel(page, 'microscope');
  await introduceAs(ada.page, 'Ada');
  await introduceAs(bob.page, 'Bob');
  await say(ada.page, '第1句');
  await say(bob.page, '第2句');
  await expect.poll(() => heard(eve.page, sentences)).toEqual(upTo(2));

  eve.network.cut();
  for (let number = 3; number <= 8; number += 1) {
    const speaker = number % 2 ? ada : bob;
    await say(speaker.page, `第${number}句`);
    await expect.poll(() => heard(ada.page, sentences)).toEqual(upTo(number));
    await sleep(1_600);
  }
  expect(await heard(eve.page, sentences)).toEqual(upTo(2));
  eve.network.restore();

  await expect.poll(() => heard(eve.page, sentences), { timeout: 30_000 }).toEqual(upTo(8));
  await say(bob.page, '第9句');
  for (const { page } of [ada, bob, eve]) await expect.poll(() => heard(page, sentences)).toEqual(upTo(9));
});

test('what its author takes back disappears from the other screens', async ({ browser, hub }) => {
  await using ada = await somebody(browser, hub);
  await using bob = await somebody(browser, hub);
  for (const { page } of [ada, bob]) await openChannel(page, 'tide');
  await introduceAs(ada.page, 'Ada');
  await say(ada.page, '说错了的话');
  await say(ada.page, '留下的话');
  await expect.poll(() => heard(bob.page, /说错了的话|留下的话/g)).toEqual(['说错了的话', '留下的话']);

  const wrong = ada.page.getByRole('log').getByRole('listitem').filter({ hasText: '说错了的话' });
  await press(wrong, wrong.getByRole('button', { name: '撤回' }));

  await expect.poll(() => heard(bob.page, /说错了的话|留下的话/g), { timeout: 2_000 }).toEqual(['留下的话']);
  await bob.page.reload();
  await expect.poll(() => heard(bob.page, /说错了的话|留下的话/g)).toEqual(['留下的话']);
});
