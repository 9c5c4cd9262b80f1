import { startHub } from '../harness/hub.js';
import { heldRow, moderatorAt } from './arrange/desk.js';
import { expect, somebody, test } from './arrange/journey.js';
import { aModerator } from './arrange/moderator.js';
import { enterChannel, introduceAs, say } from './room.js';

const beganAt = Date.parse('2023-09-19T14:32:00+08:00');
const clockAt = (ms: number) => ({ CLOCK_AT: new Date(ms).toISOString() });
const again = { timeout: 60_000 };

test('what nobody looked at for ten minutes is not posted, its author is told, and it leaves the desk', async ({ browser }) => {
  test.setTimeout(240_000); // the hub starts twice
  await using hub = await startHub(clockAt(beganAt));
  await (await aModerator(hub.address)).setMode('room:tide', { reviewFirst: true });
  await using author = await somebody(browser, hub);
  await using other = await somebody(browser, hub);
  await using ada = await moderatorAt(browser, hub);
  await author.page.route(/\.m3u8/, (route) => route.abort());
  await enterChannel(author.page, 'tide');
  await introduceAs(author.page, '小满');
  await say(author.page, '有人在吗');
  const log = author.page.getByRole('log');
  await expect(log).toContainText('审核中，只有你能看到');
  await expect(heldRow(ada.page, '有人在吗')).toBeVisible();

  // Eleven minutes later, as the hub's clock has it.
  await hub.kill('SIGTERM');
  await hub.start(clockAt(beganAt + 11 * 60_000));
  await expect(log).toContainText('等审核超时，没有发出', again);
  await expect(log).not.toContainText('审核中');
  await expect(heldRow(ada.page, '有人在吗')).toHaveCount(0, again);
  await enterChannel(other.page, 'tide');
  await expect(other.page.getByRole('log')).not.toContainText('有人在吗');

  await (await aModerator(hub.address)).setMode('room:tide', {});
  await say(author.page, '有人在吗，再问一次');
  await expect(other.page.getByRole('log')).toContainText('再问一次');
});
