import type { Browser, Page } from '@playwright/test';
import { round } from './figures.js';
import { PageVisit } from './page-visit.js';
import { type RoomPace, RoomTalk } from './room-talk.js';

export type RoomFigures = {
  pace: string;
  seconds: number;
  longTasksMs: number[];
  framesPerSecond: number;
  longestFrameMs: number;
  hour: { messages: number; perSecond: number };
  heapMb: { first: number; last: number };
  domNodes: { busy: number; first: number; last: number };
  refused: number;
};

const pace: RoomPace = { chat: 20, danmaku: 15, reactions: 15 };
const speakers = 35;
/** Until the list of messages is as long as it gets: what grows afterwards would grow for ever. */
const filling = { messages: 600, perSecond: 100 };

/** A busy room on a slowed phone, then an hour of its chat in minutes: what it costs the page to keep up. */
export async function runRoom(
  browser: Browser,
  address: string,
  channel: string,
  { roomSeconds, hour }: { roomSeconds: number; hour: RoomFigures['hour'] },
): Promise<RoomFigures> {
  using talk = await RoomTalk.gather(address, `room:${channel}`, speakers);
  const busy = await busyRoom(browser, address, channel, talk, roomSeconds);
  const long = await longRoom(browser, address, channel, talk, hour);
  return {
    ...busy,
    ...long,
    pace: `${pace.chat} messages, ${pace.danmaku} danmaku and ${pace.reactions} reactions a second`,
    seconds: roomSeconds,
    hour,
    domNodes: { busy: busy.elements, ...long.domNodes },
    refused: talk.refused,
  };
}

async function busyRoom(browser: Browser, address: string, channel: string, talk: RoomTalk, seconds: number) {
  await using visit = await PageVisit.open(browser, address, `/channels/${channel}`);
  await visit.page.getByRole('log').waitFor();
  await visit.page.waitForTimeout(6_000); // its loading is another figure
  const loaded = (await visit.paint()).longTasksMs.length;
  const frames = countFrames(visit.page, seconds);
  await talk.go(pace, seconds);
  const { shown, longestMs } = await frames;
  const { longTasksMs } = await visit.paint();
  const { domNodes } = await visit.held();
  return {
    longTasksMs: longTasksMs.slice(loaded),
    framesPerSecond: round(shown / seconds),
    longestFrameMs: round(longestMs, 0),
    elements: domNodes,
  };
}

function countFrames(page: Page, seconds: number): Promise<{ shown: number; longestMs: number }> {
  return page.evaluate(
    (forMs) =>
      new Promise<{ shown: number; longestMs: number }>((resolve) => {
        const began = performance.now();
        let [shown, longestMs, last] = [0, 0, began];
        const next = (now: number) => {
          shown += 1;
          longestMs = Math.max(longestMs, now - last);
          last = now;
          if (now - began < forMs) requestAnimationFrame(next);
          else resolve({ shown, longestMs });
        };
        requestAnimationFrame(next);
      }),
    seconds * 1_000,
  );
}

async function longRoom(browser: Browser, address: string, channel: string, talk: RoomTalk, hour: RoomFigures['hour']) {
  await using visit = await PageVisit.open(browser, address, `/channels/${channel}`, { throttled: false });
  await visit.page.getByRole('log').waitFor();
  await talk.go({ chat: filling.perSecond, danmaku: 0, reactions: 0 }, filling.messages / filling.perSecond);
  await visit.page.waitForTimeout(2_000);
  const first = await visit.held();
  await talk.go({ chat: hour.perSecond, danmaku: 0, reactions: 0 }, hour.messages / hour.perSecond);
  await visit.page.waitForTimeout(5_000);
  const last = await visit.held();
  return {
    heapMb: { first: first.heapMb, last: last.heapMb },
    domNodes: { first: first.domNodes, last: last.domNodes },
  };
}
