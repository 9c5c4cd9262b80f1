import { setTimeout as sleep } from 'node:timers/promises';
import { Channel, LinkHistory, type StreamLink } from '@yunhui/contracts';
import type { DoubleBehaviour } from '@yunhui/demo';
import { expect, test } from 'vitest';
import type { DoubleOrigin } from '../../harness/double-origin.js';
import type { SpawnedHub } from '../../harness/hub.js';
import { faultSize, note } from '../fault-size.js';
import { cookieOf, posted } from '../parts/check-ups.js';

type Stage = () => { hub: SpawnedHub; origin: DoubleOrigin };

const { within } = faultSize;
const channel = 'beijing';
const night = Date.parse('2026-09-17T02:00:00+08:00');
/** Two failed looks, six seconds apart, and the time they take; a playlist that stands still takes three of its segments more. */
const downWithinMs = 12_000;
const stalledWithinMs = 24_000;
const upWithinMs = 5_000;
const wrongs: readonly (readonly [DoubleBehaviour, string])[] = [
  ['gone', 'http.gone'],
  ['html', 'playlist.html'],
  ['no-cors', 'cors.refused'],
  ['expired', 'http.locked'],
  ['lost-segments', 'segment.gone'],
  ['slow', 'segment.slow'],
  ['stall', 'edge.stands'],
];

/** The hub knows before the viewer does, and says why; and it knows when it is over. */
export function probedDoubleRows(stage: Stage): void {
  test('streams: links that fail while they are on are down, last in the list and explained, and up again at once; the one that plays stays', async () => {
    const { hub, origin } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    const keys = ['steady', ...wrongs.map(([behaviour]) => `my-${behaviour}`)];
    for (const key of keys) origin.command(key, 'good');
    await plan(
      hub.address,
      cookie,
      keys.map((key) => origin.playlist(key)),
    );
    const page = async () => Channel.parse(await (await fetch(`${hub.address}/api/v1/channels/${channel}`)).json());
    const healths = async () => new Map((await page()).links.map((link) => [keyOf(link), link.health]));
    const all = (health: StreamLink['health']) => new Map(keys.map((key) => [key, health]));
    await expect.poll(healths, { timeout: within(upWithinMs) + 10_000 }).toEqual(all('ok'));

    const began = performance.now();
    for (const [behaviour] of wrongs) origin.command(`my-${behaviour}`, behaviour);
    const downExpected = new Map([...all('down'), ['steady', 'ok' as const]]);
    await expect.poll(async () => (await healths()).get('my-gone'), { timeout: within(downWithinMs) }).toBe('down');
    note(`streams: a link that is gone is down after ${Math.round(performance.now() - began)} ms`);
    await expect.poll(healths, { timeout: within(stalledWithinMs) }).toEqual(downExpected);
    expect((await page()).current?.state).toBe('live');
    const { links } = await page();
    expect(keyOf(links[0])).toBe('steady');
    for (const [behaviour, finding] of wrongs) {
      const link = links.find((one) => keyOf(one) === `my-${behaviour}`);
      const answer = await fetch(`${hub.address}/api/v1/links/${link?.id}/history`, { headers: { cookie } });
      const { items } = LinkHistory.parse(await answer.json());
      expect([behaviour, items[0]?.finding.code, items[0]?.health]).toEqual([behaviour, finding, 'down']);
    }

    const mended = performance.now();
    for (const [behaviour] of wrongs) origin.command(`my-${behaviour}`, 'good');
    await expect.poll(healths, { timeout: within(upWithinMs) }).toEqual(all('ok'));
    note(`streams: all links are up ${Math.round(performance.now() - mended)} ms after they were mended`);
    await sleep(3_000);
    expect(await healths()).toEqual(all('ok'));
  });
}

function keyOf(link: StreamLink | undefined): string {
  return link?.url.split('/')[5] ?? '';
}

async function plan(hub: string, cookie: string, urls: readonly string[]): Promise<void> {
  const session = {
    title: '一场试播',
    form: '直播',
    startsAt: new Date(night - 60_000).toISOString(),
    endsAt: new Date(night + 3_600_000).toISOString(),
    links: urls.map((url) => ({ kind: 'hls-live', url })),
  };
  const answer = await fetch(`${hub}/api/v1/channels/${channel}/sessions`, posted(session, { hub, cookie }));
  expect(answer.status).toBe(201);
}
