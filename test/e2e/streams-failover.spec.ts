import { twoSourcesOn } from './arrange/doubles.js';
import { busy, expect, journeysOn, somebody } from './arrange/journey.js';
import { plays, source, watchPicture } from './arrange/picture.js';

/** An hour at which the programme has nothing: what a journey plans is all there is. */
const test = journeysOn({ CLOCK_AT: '2026-09-17T02:00:00+08:00' });
test.describe.configure({ lock: busy });

/** A picture may stand so long; beside others a machine takes its time, hence three times what is promised. */
const mostFrozenMs = 15_000;

for (const [channel, behaviour, words] of [
  ['beijing', 'gone', 'is gone'],
  ['hebei', 'stall', 'moves no more'],
  ['shanxi', 'html', 'answers with a page'],
  ['liaoning', 'expired', 'wants another signature'],
  ['jilin', 'lost-segments', 'loses its segments'],
  ['jiangsu', 'slow', 'is slower than it plays'],
] as const) {
  test(`when the better source ${words} the other plays before anybody waits five seconds`, async ({ browser, hub }) => {
    test.setTimeout(180_000);
    const sources = await twoSourcesOn(hub.address, channel);
    await using ada = await somebody(browser, hub);
    await ada.page.goto(`/channels/${channel}`);
    await plays(ada.page);
    await expect(source(ada.page, 1)).toHaveAttribute('aria-pressed', 'true');
    const frozenMs = await watchPicture(ada.page);
    await sources.tell(behaviour);
    await expect(source(ada.page, 2)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
    await plays(ada.page);
    expect(await frozenMs()).toBeLessThan(mostFrozenMs);
  });
}
