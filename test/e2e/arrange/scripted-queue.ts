import type { QueuePage } from '@yunhui/contracts';
import { expect, type Page, type WebSocketRoute } from '@playwright/test';

const framesPerSecond = 5;
const queue = 'queue:cn';

/** A made-up item: what the page would read of it. */
const anItem = (id: string, at: number) => ({
  id,
  version: 1,
  topic: 'room:microscope',
  scope: 'cn',
  kind: 'chat',
  text: `第 ${at} 条，加我微信领资料`,
  findings: [{ rule: 't1', category: 'diversion', level: 3, action: 'hold', start: 7, end: 9, exposedBy: [] }],
  why: 'screening',
  level: 3,
  risk: 'high',
  sentAt: new Date().toISOString(),
  dueAt: new Date(Date.now() + 600_000).toISOString(),
  author: { id, name: `路人${at}`, kind: 'guest', since: new Date().toISOString(), trust: 0 },
  viewers: 900,
  score: { level: 300, viewers: 59, age: 0, total: 359 },
  state: 'held',
});

const madeUp = '00000000-0000-4000-8000-';
const idOf = (at: number): string => `${madeUp}${String(at).padStart(12, '0')}`;

/**
 * Lets a script speak in the page's own connection: hints of made-up items, and the items when the page asks for them. The
 * input is the same each time, whatever the hub is doing. Called before the page is opened.
 */
export async function scriptedQueue(page: Page): Promise<{ rush: (perSecond: number, seconds: number) => Promise<void> }> {
  let socket: WebSocketRoute | undefined;
  let position: { epoch: string; seq: number } | undefined;
  let made = 0;
  await page.routeWebSocket(/\/rt\//, (route) => {
    const hub = route.connectToServer();
    socket = route;
    hub.onMessage((message) => {
      const told = positionIn(message);
      if (told && (told.epoch !== position?.epoch || told.seq > position.seq)) position = told;
      route.send(message);
    });
  });
  await page.route('**/api/v1/moderation/holds?ids=*', async (route) => {
    const url = new URL(route.request().url());
    const ids = url.searchParams.get('ids')?.split(',') ?? [];
    const ours = ids.filter((id) => id.startsWith(madeUp));
    if (ours.length === 0) return route.continue();
    // What is the hub's own is still answered by the hub.
    url.searchParams.set('ids', ids.filter((id) => !ours.includes(id)).join(','));
    const theirs = ours.length === ids.length ? [] : ((await (await route.fetch({ url: url.href })).json()) as QueuePage).items;
    await route.fulfill({
      json: { items: [...theirs, ...ours.map((id) => anItem(id, Number(id.slice(-12))))], at: new Date().toISOString() },
    });
  });
  const frame = (count: number) => {
    if (!socket || !position) throw new Error(`the page has not joined ${queue}`);
    const { epoch, seq } = position;
    const entries = Array.from({ length: count }, (_, at) => ({
      seq: seq + at + 1,
      at: Date.now(),
      kind: 'hold.added',
      id: idOf((made += 1)),
      risk: 'high',
    }));
    position = { epoch, seq: seq + count };
    socket.send(
      `42${JSON.stringify(['frame', { topic: queue, epoch, after: seq, seq: seq + count, at: Date.now(), entries, dropped: 0 }])}`,
    );
  };
  return {
    rush: async (perSecond, seconds) => {
      await expect.poll(() => position, { message: `the page joins ${queue}` }).toBeDefined();
      for (let sent = 0; sent < seconds * framesPerSecond; sent += 1) {
        frame(perSecond / framesPerSecond);
        await page.waitForTimeout(1000 / framesPerSecond);
      }
    },
  };
}

const aPage = 50;

/** A queue of so many made-up items, read page by page as the hub's is, and none of them ever decided. Called before the page is opened. */
export async function longQueue(page: Page, length: number): Promise<void> {
  const itemsFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => anItem(idOf(first + at), first + at));
  await page.route('**/api/v1/moderation/holds?*', (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const ids = asked
      .get('ids')
      ?.split(',')
      .map((id) => Number(id.slice(-12)));
    if (ids) return route.fulfill({ json: { items: ids.flatMap((at) => itemsFrom(at, 1)), at: new Date().toISOString() } });
    const first = Number(asked.get('cursor') ?? 1);
    const next = first + aPage;
    const items = itemsFrom(first, Math.min(aPage, length + 1 - first));
    return route.fulfill({ json: { items, at: new Date().toISOString(), ...(next <= length && { next: `${next}` }) } });
  });
}

/** Where the page stands in the queue, when the hub's answer to its join says so, or a frame of it. */
function positionIn(message: string | Buffer): { epoch: string; seq: number } | undefined {
  const found = new RegExp(`"topic":"${queue}","epoch":"([^"]+)",(?:"after":\\d+,)?"seq":(\\d+)`).exec(message.toString());
  return found?.[1] === undefined ? undefined : { epoch: found[1], seq: Number(found[2]) };
}
