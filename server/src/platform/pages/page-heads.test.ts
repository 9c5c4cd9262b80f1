import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HubError } from '../hub-error.js';
import { PageHeads } from './page-heads.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aHead = (title: string) => ({ title, description: '' });

describe('pages', () => {
  test('are described by their path, in every campaign where they are every campaign’s', async () => {
    const heads = new PageHeads();
    heads.describeInCampaigns('/matrix/{region}', async ({ params, campaign }) => aHead(`${campaign ?? 'home'} ${params['region']}`));
    expect(await heads.of('/matrix/450000/', 'en')).toMatchObject({ head: { title: 'home 450000' }, missing: false, known: true });
    expect((await heads.of('/c/guangxi/matrix/450000', 'en')).head?.title).toBe('guangxi 450000');
    expect(await heads.of('/matrix', 'en')).toEqual({ missing: false, known: false });
  });

  test('of what does not exist are missing', async () => {
    const heads = new PageHeads();
    heads.describe('/channels/{slug}', () => Promise.reject(new HubError('channel.unknown')));
    expect(await heads.of('/channels/none', 'zh-CN')).toEqual({ missing: true, known: true });
  });

  test('are read once for a crowd, and again when that has grown old', async () => {
    const heads = new PageHeads();
    const describing = vi.fn(async () => aHead('lobby'));
    heads.describe('/', describing);
    await Promise.all(Array.from({ length: 100 }, () => heads.of('/', 'zh-CN')));
    expect(describing).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_500);
    await heads.of('/', 'zh-CN');
    expect(describing).toHaveBeenCalledTimes(2);
  });

  test('say what was last known while the store is away, and nothing when nothing was', async () => {
    const heads = new PageHeads();
    const describing = vi.fn<() => Promise<{ title: string; description: string }>>();
    heads.describe('/', describing);
    describing.mockRejectedValueOnce(new Error('the store is away'));
    expect(await heads.of('/', 'zh-CN')).toEqual({ missing: false, known: true });

    vi.advanceTimersByTime(2_500);
    describing.mockResolvedValueOnce(aHead('known'));
    await heads.of('/', 'zh-CN');
    vi.advanceTimersByTime(2_500);
    describing.mockReturnValueOnce(new Promise(() => undefined)); // it hangs
    const answer = heads.of('/', 'zh-CN');
    await vi.advanceTimersByTimeAsync(1_100);
    expect((await answer).head?.title).toBe('known');
  });
});
