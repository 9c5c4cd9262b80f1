import { Matrix, Problem } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ CLOCK_AT: '2023-09-19T10:00:00+08:00' });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = (query = '', campaign = outermost) => hub.ask(`/api/v1/campaigns/${campaign}/matrix${query}`);
const matrix = async (query = ''): Promise<Matrix> => Matrix.parse(await (await ask(query)).json());

/** How many of Guangxi are live by the matrix and by the lobby. */
async function countsOfGuangxi(): Promise<{ agree: true } | { matrix?: number; lobby: number }> {
  const [{ tiles }, { channels }] = await Promise.all([matrix(), hub.lobby()]);
  const byMatrix = tiles.find(({ key }) => key === '450000')?.liveNow;
  const byLobby = channels.filter(({ region, state }) => state === 'live' && region.startsWith('45')).length;
  return byMatrix === byLobby ? { agree: true } : { matrix: byMatrix, lobby: byLobby };
}

describe('the matrix', () => {
  test('has the 34 codes and 兵团 in fixed order, each at its place, and 32 of them count', async () => {
    const { tiles, path, topic } = await matrix();
    expect(tiles).toHaveLength(35);
    expect([tiles[0]?.key, tiles.at(-1)?.key]).toEqual(['110000', 'XPCC']);
    expect(new Set(tiles.map(({ at }) => `${at?.row} ${at?.col}`)).size).toBe(35);
    expect(tiles.filter(({ coverageTarget }) => !coverageTarget).map(({ key }) => key)).toEqual(['710000', '810000', '820000']);
    expect(tiles.filter(({ code }) => !code).map(({ key }) => key)).toEqual(['XPCC']);
    expect(path.map(({ key }) => key)).toEqual(['CN']);
    expect(topic).toBe(`lobby:${outermost}`);
  });

  test('shows each region by its matrix channel as the lobby shows it, with its speciality', async () => {
    const [{ tiles }, lobby] = await Promise.all([matrix(), hub.lobby()]);
    const guangxi = tiles.find(({ key }) => key === '450000');
    expect(guangxi?.channel?.slug).toBe('guangxi');
    expect(guangxi?.speciality?.title).toBe('白头叶猴：喀斯特石山上的精灵');
    const shown = lobby.channels.find(({ slug }) => slug === 'guangxi');
    expect({ ...guangxi?.channel, heat: undefined }).toEqual({ ...shown, heat: undefined });
    expect(guangxi?.state).toBe(shown?.state);
  });

  test('counts what is below a region: Guangxi has six channels with six sessions each or so today', async () => {
    const [province, level] = [await matrix(), await matrix('?parent=450000')];
    const guangxi = province.tiles.find(({ key }) => key === '450000');
    expect(guangxi?.children).toBe(level.tiles.length);
    const sum = level.tiles.reduce((all, { sessionsToday }) => all + sessionsToday, 0);
    expect(sum).toBeGreaterThan(0);
    expect(guangxi?.sessionsToday).toBeGreaterThan(sum); // its own channel has some too
    await expect.poll(countsOfGuangxi, { timeout: 10_000 }).toEqual({ agree: true }); // a stream may begin between two answers
  });

  test.each(['450400', '450400'.toLowerCase()])('goes down to the counties of %s, and says the way there', async (parent) => {
    const { tiles, path } = await matrix(`?parent=${parent}`);
    expect(path.map(({ key }) => key)).toEqual(['CN', '450000', '450400']);
    expect(tiles.find(({ key }) => key === '450421')?.channel?.slug).toBe('cangwu');
    const bare = tiles.filter(({ channel }) => !channel);
    expect(bare.length).toBeGreaterThan(0);
    expect(new Set(bare.map(({ state }) => state))).toEqual(new Set(['empty']));
  });

  test('takes a key in any case, and has no tiles where nothing lies below', async () => {
    expect((await matrix('?parent=xpcc')).tiles).toEqual([]);
    expect((await matrix('?parent=cn')).tiles).toHaveLength(35);
  });

  test.each([
    [outermost, '?parent=999999', 404, 'region.unknown'],
    [outermost, '?parent=', 404, 'region.unknown'],
    [outermost, `?parent=${'9'.repeat(40)}`, 400, 'request.malformed'],
    [outermost, '?parent=a&parent=b', 400, 'request.malformed'],
    ['no-such-campaign', '', 404, 'campaign.unknown'],
  ])('of %s with %s is refused: %i %s', async (campaign, query, status, code) => {
    const answer = await ask(query, campaign);
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([status, code]);
  });

  test('is answered to any page, with an ETag', async () => {
    const { headers } = await ask();
    expect([headers.get('access-control-allow-origin'), headers.get('etag') === null]).toEqual(['*', false]);
  });
});
