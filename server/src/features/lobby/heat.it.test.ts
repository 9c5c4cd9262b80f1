import { randomUUID } from 'node:crypto';
import { heatOf } from '@yunhui/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { night, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Viewers } from '../../platform/realtime/index.js';
import { TileKeeper } from './tile-keeper.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
});
afterAll(() => hub[Symbol.asyncDispose]());

test('a live channel is as hot as what the hub counts there, and cools when people leave', async () => {
  await expect.poll(async () => (await hub.tile('tide')).state, { timeout: 15_000 }).toBe('live');
  const keeper = hub.app.get(TileKeeper, { strict: false });
  const viewers = hub.app.get(Viewers);
  await keeper.measure(); // the first look at the room
  const watch = (playing: boolean) => {
    for (let device = 0; device < 12; device++) viewers.beat('room:tide', `device ${device}`, playing);
  };
  watch(true);
  const cookie = cookieFrom(await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' })));
  for (const text of ['潮水来了', '那条线是浪头吗', '今天月亮也很圆', '离岸有多远？', '谢谢老师讲解'])
    await hub.ask('/api/v1/topics/room:tide/messages', posted({ id: randomUUID(), topic: 'room:tide', kind: 'chat', text }, { cookie }));

  await expect
    .poll(
      async () => {
        await keeper.measure();
        return (await hub.tile('tide')).heat;
      },
      { timeout: 15_000, interval: 1_000 },
    )
    .toEqual(heatOf({ viewers: 12, viewersMax: 12, messagesPerMin: 5, reactionsPerMin: 0 }));

  watch(false);
  await expect
    .poll(
      async () => {
        await keeper.measure();
        return (await hub.tile('tide')).heat?.viewers ?? 0;
      },
      { timeout: 15_000, interval: 1_000 },
    )
    .toBe(0);
});
