import { randomUUID } from 'node:crypto';
import { type Channel, HashtagList, HashtagPage, SignedIn, type Snapshot } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 6_000, interval: 100 };
const page = async (topic: string, campaign = outermost): Promise<HashtagPage> =>
  HashtagPage.parse(await (await hub.ask(`/api/v1/campaigns/${campaign}/topics/${topic}`)).json());

async function aGuestIn(region?: string) {
  const { ticket } = SignedIn.parse(await (await hub.ask('/api/v1/guests', posted({ displayName: '小满', region }))).json());
  const write = (topic: string, path: string, body: object) =>
    hub.ask(`/api/v1/topics/${topic}/${path}`, {
      ...posted(body),
      headers: { 'content-type': 'application/json', authorization: `Ticket ${ticket}` },
    });
  const say = async (topic: string, text: string, replyTo?: number) => {
    const id = randomUUID();
    const answer = (await (await write(topic, 'messages', { id, kind: 'chat', text, replyTo })).json()) as { seq: number };
    return { id, seq: answer.seq };
  };
  return { say, takeBack: (topic: string, id: string) => write(topic, 'retractions', { id }) };
}

describe('the topics of a campaign', () => {
  test('say how many rooms carry them; one is carried everywhere', async () => {
    const { items } = HashtagList.parse(await (await hub.ask(`/api/v1/campaigns/${outermost}/topics`)).json());
    expect(items).toHaveLength(12);
    const { channels } = await hub.lobby();
    expect(items.find(({ slug }) => slug === 'yunshang-kepuri')?.rooms).toBe(channels.length);
    expect(items.filter(({ rooms }) => rooms === 0)).toEqual([]);
  });

  test('are those of the campaigns around it, too', async () => {
    const inner = (await (await hub.ask('/api/v1/campaigns')).json()) as { items: { slug: string; parent?: string }[] };
    const [child] = inner.items.filter(({ parent }) => parent === outermost);
    expect((await page('xingkong', child?.slug)).topic).toBe(`hashtag:${outermost}:xingkong`);
  });

  test.each([
    ['no-such-campaign/topics', 'campaign.unknown'],
    ['kepuri-2023/topics/no-such-topic', 'topic.unknown'],
  ])('are not those of %s', async (path, code) => {
    const answer = await hub.ask(`/api/v1/campaigns/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code });
  });

  test('are named by the channels that carry them', async () => {
    const tide = (await (await hub.ask('/api/v1/channels/tide')).json()) as Channel;
    expect(tide.carries[0]).toEqual({ topic: `hashtag:${outermost}:yunshang-kepuri`, slug: 'yunshang-kepuri', title: '云上科普日' });
    expect(tide.carries).toHaveLength(2);
    expect((await page(tide.carries[1]?.slug ?? '')).carriedBy.map(({ slug }) => slug)).toContain('tide');
  });

  test('are carried by rooms nearest to air first: at night only what never stops is on', async () => {
    const { carriedBy } = await page('yunshang-kepuri');
    expect(
      carriedBy
        .slice(0, 3)
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual(['deep-space', 'microscope', 'tide']);
  });
});

describe('what is said in a topic', () => {
  const topic = `hashtag:${outermost}:houniao`;

  test('is counted by region, and no longer when it is retracted', async () => {
    const [guangxi, corps, silent] = [await aGuestIn('450000'), await aGuestIn('XPCC'), await aGuestIn()];
    for (const text of ['雁群往南飞', '湖边有白鹭']) await guangxi.say(topic, text);
    const { id } = await corps.say(topic, '戈壁上也有鸟');
    await silent.say(topic, '不说在哪里');
    const counts = async () => {
      const { posts, regions, spoken } = await page('houniao');
      return { posts, regions, spoken };
    };
    await expect.poll(counts, soon).toEqual({
      posts: 4,
      regions: 2,
      spoken: [
        { region: '450000', posts: 2 },
        { region: 'XPCC', posts: 1 },
      ],
    });
    await corps.takeBack(topic, id);
    await expect.poll(counts, soon).toEqual({ posts: 3, regions: 1, spoken: [{ region: '450000', posts: 2 }] });
  });

  test('carries where its author is, and replies quote it', async () => {
    const ada = await aGuestIn('510000');
    const { seq } = await ada.say(topic, '川西的黑颈鹤');
    await ada.say(topic, '在若尔盖', seq);
    const { entries } = (await (await hub.ask(`/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
    expect(entries.at(-1)).toMatchObject({
      message: { text: '在若尔盖', author: { region: '510000' }, replyTo: { seq, name: '小满', text: '川西的黑颈鹤' } },
    });
  });
});
