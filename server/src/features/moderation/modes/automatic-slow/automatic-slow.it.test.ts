import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModeratedHub, startModeratedHub } from '../../../../../test/moderated-hub.js';
import { EntryLog } from '../../../../platform/realtime/index.js';
import { AutomaticSlow } from './automatic-slow.js';

let hub: ModeratedHub;
/** The hub's own does not look while limits are off: here only the test does. */
beforeAll(async () => {
  hub = await startModeratedHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const room = 'room:tianjin';
const soon = { timeout: 3_000, interval: 50 };
const modeIn = async () => (await hub.snapshotOf(room)).state['mode'];

/** So many words of staff, whom nothing slows: what counts is how many numbers were given. */
const talk = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () => {
      const id = randomUUID();
      const message = { id, kind: 'chat', text: '热闹', author: { id, name: '示例' } };
      return hub.app.get(EntryLog).append({ id, topic: room, author: id, kind: 'message', body: { message }, priority: true });
    }),
  );

test('a room is slowed by itself when more is said than can be read, told so, and let go when it is calm', async () => {
  const slow = hub.app.get(AutomaticSlow, { strict: false });
  const moderator = await hub.signIn('moderator');
  const guest = await hub.aGuest();
  await talk(1);
  await slow.look(0);
  for (const nowMs of [5_000, 10_000, 15_000]) {
    await talk(150);
    await slow.look(nowMs);
  }
  await expect.poll(modeIn, soon).toEqual({ slowModeMs: 3_000, slowedByItself: true });
  expect((await hub.snapshotOf(room)).entries.findLast(({ kind }) => kind === 'mode')).toMatchObject({
    slowedByItself: true,
    fallback: '说话的人很多，每 3 秒可以说一条',
  });
  expect((await hub.as(moderator, 'GET', `topics/${room}/mode`)).body).toMatchObject({
    own: {},
    because: [{ kind: 'automatic', slowModeMs: 3_000 }],
  });
  expect(await hub.acts('mode.slowed', room)).toBe(1);
  expect(await hub.say(guest, room, '第一句')).toMatchObject({ status: 'published' });
  expect(await hub.say(guest, room, '第二句')).toMatchObject({ code: 'topic.slow-mode' });

  for (let nowMs = 20_000; nowMs <= 85_000; nowMs += 5_000) await slow.look(nowMs);
  await expect.poll(modeIn, soon).toEqual({});
  expect(await hub.acts('mode.slowed', room)).toBe(2);
});

test('what moderators set stays beside it, and they may keep a room from being slowed', async () => {
  const slow = hub.app.get(AutomaticSlow, { strict: false });
  const moderator = await hub.signIn('moderator');
  await hub.as(moderator, 'PUT', `topics/${room}/mode`, { mode: { automaticSlow: 'off', links: 'on' } });
  await slow.look(200_000);
  for (const nowMs of [205_000, 210_000, 215_000]) {
    await talk(150);
    await slow.look(nowMs);
  }
  expect((await hub.as(moderator, 'GET', `topics/${room}/mode`)).body).toMatchObject({
    own: { automaticSlow: 'off', links: 'on' },
    because: [],
  });
  await expect.poll(modeIn, soon).toEqual({ links: 'on' });
});
