import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { describe, expect, test } from 'vitest';
import { aPlatform, jobsBut, standInFor } from '../../../test/platform-app.js';
import { ownRedis } from '../../../test/own-redis.js';
import type { JobPayload } from '../../catalog/jobs.js';
import { HandlesJob, Jobs, QueueModule } from './index.js';

const soon = { timeout: 10_000, interval: 20 };
const aFact = (id: number) => ({ id, name: 'any', key: 'k', version: 1, handler: 'any' });

@Injectable()
class Worker {
  done: number[] = [];
  ticks = 0;
  busy: Promise<unknown> = Promise.resolve();
  failures = 0;

  @HandlesJob('facts.deliver')
  async deliver({ id }: JobPayload<'facts.deliver'>): Promise<void> {
    await this.busy;
    if (this.failures-- > 0) throw new Error('not this time');
    this.done.push(id);
  }

  @HandlesJob('facts.prune')
  async prune(): Promise<void> {
    this.ticks += 1;
  }
}

async function aQueue(PROCESS: 'web' | 'all' = 'all') {
  const own = await ownRedis();
  const platform = await aPlatform({
    imports: [QueueModule],
    providers: [Worker, standInFor(...jobsBut('facts.deliver', 'facts.prune'))],
    own,
    PROCESS,
  });
  return {
    own,
    jobs: platform.get(Jobs),
    worker: platform.get(Worker),
    close: platform.close,
    [Symbol.asyncDispose]: async () => {
      await platform.close();
      await own[Symbol.asyncDispose]();
    },
  };
}

describe('a job', () => {
  test('is done once, however often it is added while it waits', async () => {
    await using queue = await aQueue();
    let letGo = () => {};
    queue.worker.busy = new Promise<void>((resolve) => (letGo = resolve));
    for (let time = 0; time < 5; time += 1) await queue.jobs.add('facts.deliver', aFact(1));
    await queue.jobs.add('facts.deliver', aFact(2));
    letGo();
    await expect.poll(() => queue.worker.done.toSorted((a, b) => a - b), soon).toEqual([1, 2]);
    await wait(300);
    expect(queue.worker.done.toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test('may be added again once it has ended, well or badly', async () => {
    await using queue = await aQueue();
    queue.worker.failures = 1;
    await queue.jobs.add('facts.deliver', aFact(1));
    await expect.poll(() => queue.worker.failures, soon).toBe(0);
    await wait(100);
    await queue.jobs.add('facts.deliver', aFact(1));
    await expect.poll(() => queue.worker.done, soon).toEqual([1]);
  });

  test('with a payload that does not fit is refused at once', async () => {
    await using queue = await aQueue();
    await expect(queue.jobs.add('facts.deliver', { ...aFact(1), id: 'one' } as never)).rejects.toThrow(/expected (int|number)/);
  });

  test('is not accepted by a paused Redis, and the caller hears so in time', async () => {
    await using queue = await aQueue();
    queue.own.server.pause();
    const started = Date.now();
    await expect(queue.jobs.add('facts.deliver', aFact(1))).rejects.toThrow(/Redis/);
    expect(Date.now() - started).toBeLessThan(3_000); // promised: 1 s
    queue.own.server.resume();
  });

  test('is done after Redis died and came back empty', async () => {
    await using queue = await aQueue();
    await queue.jobs.add('facts.deliver', aFact(1));
    await expect.poll(() => queue.worker.done, soon).toEqual([1]);
    await queue.own.server.kill();
    await queue.own.server.start();
    await expect
      .poll(
        () =>
          queue.jobs.add('facts.deliver', aFact(2)).then(
            () => 'taken',
            () => 'refused',
          ),
        soon,
      )
      .toBe('taken');
    await expect.poll(() => queue.worker.done, soon).toEqual([1, 2]);
  });

  test('is left to others by a process that only answers people', async () => {
    await using queue = await aQueue('web');
    await queue.jobs.add('facts.deliver', aFact(1));
    await wait(500);
    expect(queue.worker.done).toEqual([]);
  });

  test('that hangs does not hang the end of the process', async () => {
    await using queue = await aQueue();
    queue.worker.busy = wait(20_000, undefined, { ref: false });
    await queue.jobs.add('facts.deliver', aFact(1));
    await wait(200);
    const started = Date.now();
    await queue.close();
    expect(Date.now() - started).toBeLessThan(4_500);
  });
});

describe('a schedule', () => {
  test('ticks, and ticks again after Redis has forgotten it', async () => {
    await using queue = await aQueue();
    queue.jobs.every('facts.prune', {}, 200);
    await expect.poll(() => queue.worker.ticks, soon).toBeGreaterThan(2);
    await queue.own.server.kill();
    await queue.own.server.start();
    const before = queue.worker.ticks;
    await expect.poll(() => queue.worker.ticks, soon).toBeGreaterThan(before + 2);
  });

  test('set twice ticks once', async () => {
    await using queue = await aQueue();
    queue.jobs.every('facts.prune', {}, 400);
    queue.jobs.every('facts.prune', {}, 400);
    await expect.poll(() => queue.worker.ticks, soon).toBe(1);
    const [ticks, started] = [queue.worker.ticks, Date.now()];
    await wait(2_000);
    expect(queue.worker.ticks - ticks).toBeLessThanOrEqual(Math.ceil((Date.now() - started) / 400) + 1);
  });
});
