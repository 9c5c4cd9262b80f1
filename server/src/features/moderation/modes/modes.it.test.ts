import { randomUUID } from 'node:crypto';
import type { TopicMode, TopicModeList, TopicModeStanding } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModeratedHub, startModeratedHub } from '../../../../test/moderated-hub.js';
import { outermost } from '../../../../test/programme-hub.js';

let hub: ModeratedHub;
let moderator: string;
let guest: string;
beforeAll(async () => {
  hub = await startModeratedHub();
  [moderator, guest] = await Promise.all([hub.signIn('moderator'), hub.aGuest()]);
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 3_000, interval: 50 };
const room = 'room:guangxi';
const become = async (mode: TopicMode, topic = room) => hub.as(moderator, 'PUT', `topics/${topic}/mode`, { mode });
const modeIn = async (topic = room) => (await hub.snapshotOf(topic)).state['mode'];

describe('what a guest says', () => {
  test.each<[string, TopicMode, string, object]>([
    ['in an open room is published', {}, '开放', { status: 'published' }],
    ['in a closed one is refused', { closed: true }, '关闭', { status: 409, code: 'topic.closed' }],
    ['where only staff speak is refused', { staffOnly: true }, '工作人员', { code: 'topic.staff-only' }],
    ['where one must have an account is refused', { verifiedOnly: true }, '访客', { status: 403, code: 'topic.verified-only' }],
    ['where only emoji are taken is refused as words', { emojiOnly: true }, '文字', { code: 'topic.emoji-only' }],
    ['where only emoji are taken is published as emoji', { emojiOnly: true }, '👏🏽', { status: 'published' }],
    ['in minors’ mode is refused as own words', { minors: true }, '我家住在', { code: 'topic.phrases-only' }],
    ['in minors’ mode is published as a phrase', { minors: true }, '谢谢老师', { status: 'published' }],
    ['with a link is refused', {}, '看 https://example.org/x', { status: 409, code: 'message.link' }],
    ['with a link is published where links are on', { links: 'on' }, '看 https://example.org/y', { status: 'published' }],
    ['under 先审后发 is held', { reviewFirst: true }, '先审', { status: 'held' }],
    ['under a delay is held', { delayMs: 60_000 }, '延时', { status: 'held' }],
  ])('%s', async (_name, mode, text, answer) => {
    expect((await become(mode)).status).toBe(200);
    expect(await hub.say(guest, room, text)).toMatchObject(answer);
  });

  test('and was kept is answered so by a retry, whatever the mode became since', async () => {
    await become({});
    const id = randomUUID();
    const first = await hub.say(guest, room, '说过的话', id);
    for (const mode of [{ closed: true }, { staffOnly: true }, { emojiOnly: true }] as const) {
      await become(mode);
      expect(await hub.say(guest, room, '说过的话', id)).toMatchObject({ status: 'published', seq: first.seq });
    }
  });

  test('who speaks for the house is asked by no mode', async () => {
    await become({ closed: true, emojiOnly: true, reviewFirst: true });
    const cookie = await hub.signIn('host');
    const said = await hub.as(cookie, 'POST', `topics/${room}/messages`, { id: randomUUID(), kind: 'chat', text: '主播的话 https://a.cn' });
    expect(said.body).toMatchObject({ status: 'published' });
  });
});

describe('a closed room', () => {
  test('goes on with announcements and pins', async () => {
    await become({});
    const { seq } = await hub.say(guest, room, '要置顶的话');
    await become({ closed: true });
    expect((await hub.as(moderator, 'POST', `topics/${room}/announcements`, { text: '稍后再聊' })).status).toBe(201);
    expect((await hub.as(moderator, 'POST', `topics/${room}/pins`, { seq })).status).toBe(200);
    await expect.poll(async () => (await hub.snapshotOf(room)).state['pinned'], soon).toMatchObject({ seq });
  });

  test('lets out what was delayed before it closed', async () => {
    await become({ delayMs: 1_000 });
    expect(await hub.say(guest, room, '早就说了的话')).toMatchObject({ status: 'held' });
    await become({ closed: true });
    expect(await hub.textsIn(room)).not.toContain('早就说了的话');
    await expect.poll(() => hub.textsIn(room), soon).toContain('早就说了的话');
  });
});

describe('everybody is told of a mode', () => {
  test('by the state and by an entry with words, who comes late too', async () => {
    await become({});
    await become({ emojiOnly: true, slowModeMs: 5_000 });
    await expect.poll(() => modeIn(), soon).toEqual({ emojiOnly: true, slowModeMs: 5_000 });
    const last = (await hub.snapshotOf(room)).entries.findLast(({ kind }) => kind === 'mode');
    expect(last).toMatchObject({ emojiOnly: true, slowModeMs: 5_000, closed: false, fallback: '现在只发表情；每 5 秒可以说一条' });
    await become({});
    await expect.poll(() => modeIn(), soon).toEqual({});
  });

  test('in a campaign-wide topic as in a room', async () => {
    const topic = `hashtag:${outermost}:xingkong`;
    await become({ closed: true }, topic);
    await expect.poll(() => modeIn(topic), soon).toEqual({ closed: true });
    expect(await hub.say(guest, topic, '木星')).toMatchObject({ code: 'topic.closed' });
    await become({}, topic);
  });
});

describe('the moderators of a region', () => {
  test('read and change its rooms, each change with its audit row', async () => {
    const cookie = await hub.anAccount({ role: 'moderator', region: '450000' });
    const before = await hub.acts('mode.changed', room);
    const { body } = await hub.as(cookie, 'PUT', `topics/${room}/mode`, { mode: { slowModeMs: 8_000, links: 'on' } });
    expect(body).toMatchObject({
      topic: room,
      own: { slowModeMs: 8_000, links: 'on' },
      room: { slowModeMs: 8_000, links: 'on' },
      because: [],
    });
    expect((await hub.as(cookie, 'GET', `topics/${room}/mode`)).body).toEqual(body);
    expect(await hub.acts('mode.changed', room)).toBe(before + 1);
  });

  test('do not undo each other unseen', async () => {
    const { version } = (await become({})).body as TopicModeStanding;
    await become({ emojiOnly: true });
    const late = await hub.as(moderator, 'PUT', `topics/${room}/mode`, { mode: { closed: true }, version });
    expect(late).toMatchObject({ status: 409, body: { code: 'mode.changed' } });
    expect(((await hub.as(moderator, 'GET', `topics/${room}/mode`)).body as TopicModeStanding).own).toEqual({ emojiOnly: true });
    await become({});
  });

  test('see many at once, without those of others', async () => {
    const cookie = await hub.anAccount({ role: 'moderator', region: '450000' });
    const { body } = await hub.as(cookie, 'GET', `moderation/modes?topics=${room},room:beijing,room:no-such-room`);
    expect((body as TopicModeList).items.map(({ topic }) => topic)).toEqual([room]);
  });

  test.each([
    ['host', room, 403, 'access.refused'],
    ['reviewer', room, 403, 'access.refused'],
    ['operator', room, 403, 'access.refused'],
    ['moderator', 'room:no-such-room', 404, 'topic.unknown'],
    ['moderator', `lobby:${outermost}`, 409, 'topic.closed'],
  ])('and not the %s of %s: %i %s', async (login, topic, status, code) => {
    const cookie = await hub.signIn(login);
    expect(await hub.as(cookie, 'PUT', `topics/${topic}/mode`, { mode: {} })).toMatchObject({ status, body: { code } });
  });

  test('and not those of another region', async () => {
    const cookie = await hub.anAccount({ role: 'moderator', region: '110000' });
    expect(await hub.as(cookie, 'GET', `topics/${room}/mode`)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  });
});
