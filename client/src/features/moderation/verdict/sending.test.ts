import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HubRefused, HubUnreachable } from '../../../platform/http.js';
import { TakenBack, untilAnswered } from './sending.js';

const away = () => Promise.reject(new HubUnreachable('no answer'));
const busy = () => Promise.reject(new HubRefused({ code: 'busy', retry: 'later' }));
const never = new AbortController().signal;

describe('a verdict', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('addEventListener', vi.fn());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is asked for until the hub answers, and says each time that it waits', async () => {
    const ask = vi.fn<() => Promise<string>>().mockImplementationOnce(away).mockImplementationOnce(busy).mockResolvedValue('passed');
    const waits = vi.fn();
    const answer = untilAnswered(ask, never, waits);
    await vi.advanceTimersByTimeAsync(999);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_001);
    expect(await answer).toBe('passed');
    expect(waits).toHaveBeenCalledTimes(2);
  });

  test('that the hub refuses is not asked for again', async () => {
    const ask = vi.fn(() => Promise.reject(new HubRefused({ code: 'hold.decided', retry: 'never' })));
    await expect(untilAnswered(ask, never, vi.fn())).rejects.toMatchObject({ refusal: { code: 'hold.decided' } });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('that is taken back while it waits is never sent', async () => {
    const end = new AbortController();
    const ask = vi.fn(away);
    const answer = untilAnswered(ask, end.signal, vi.fn());
    const outcome = answer.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(500);
    end.abort();
    expect(await outcome).toBeInstanceOf(TakenBack);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('is sent at once when the network is back', async () => {
    const online: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (_type: string, back: () => void) => online.push(back));
    const ask = vi.fn<() => Promise<string>>().mockImplementationOnce(away).mockResolvedValue('passed');
    const answer = untilAnswered(ask, never, vi.fn());
    await vi.advanceTimersByTimeAsync(10);
    online.forEach((back) => back());
    expect(await answer).toBe('passed');
  });
});
