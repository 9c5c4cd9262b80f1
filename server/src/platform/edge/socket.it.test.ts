import { once } from 'node:events';
import { connect } from 'node:net';
import type { Ack, Hello } from '@yunhui/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';

let hub: AHub;
let room: string;
const open: Socket[] = [];
beforeAll(async () => {
  hub = await aHub({ RATE_LIMITS: 'off' });
  room = await hub.aRoom();
}, 60_000);
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await hub[Symbol.asyncDispose]();
});

function aSocket(auth: object = {}): Socket {
  const socket = io(hub.url, { path: '/rt', transports: ['websocket'], auth, forceNew: true, reconnection: false });
  open.push(socket);
  return socket;
}
async function welcomed(auth?: object): Promise<{ socket: Socket; hello: Hello }> {
  const socket = aSocket(auth);
  const [hello] = (await once(socket as never, 'hello')) as [Hello];
  return { socket, hello };
}
async function asked(socket: Socket, event: string, ...payload: unknown[]): Promise<Ack<unknown>> {
  return (await socket.timeout(5_000).emitWithAck(event, ...payload)) as Ack<unknown>;
}
const refused = (code: string, more: object = {}) => ({ ok: false, error: expect.objectContaining({ code, ...more }) as unknown });
const anId = () => crypto.randomUUID();

/** A connection that speaks engine.io by hand. */
async function aWire(): Promise<{ socket: WebSocket; closed: Promise<number>; heard: string[] }> {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/rt/?EIO=4&transport=websocket`);
  const heard: string[] = [];
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  socket.addEventListener('message', ({ data }) => heard.push(String(data)));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  return { socket, closed, heard };
}
const stillThere = async () => expect((await hub.get('/health/live')).status).toBe(200);

describe('whoever connects', () => {
  test('is greeted with what holds for them', async () => {
    const { hello } = await welcomed();
    expect(hello).toMatchObject({ protocol: 1, limits: { topics: 8, textChars: 500, frameMs: 200, keys: 64 } });
    expect(hello.user).toBeUndefined();
    const { ticket, id } = await hub.aGuest('小满');
    expect((await welcomed({ ticket })).hello.user).toMatchObject({ id, name: '小满' });
  });

  test.each([
    [{ ticket: 'made up' }, 'ticket.refused'],
    [{ ticket: 7 }, 'ticket.refused'],
    [{ protocol: 2 }, 'protocol.unsupported'],
  ])('with %j is told why not', async (auth, code) => {
    const [error] = (await once(aSocket(auth) as never, 'connect_error')) as [Error & { data?: { code: string } }];
    expect(error.data?.code).toBe(code);
  });
});

describe('every event with an ack function is answered', () => {
  test.each<[string, unknown, object]>([
    ['no.such-event', {}, refused('event.unknown', { retry: 'never' })],
    ['__proto__', {}, refused('event.unknown')],
    ['constructor', {}, refused('event.unknown')],
    ['topic.join', { topic: 'room:nowhere' }, refused('topic.unknown', { retry: 'never' })],
    ['topic.join', { topic: 'not a name' }, refused('event.malformed')],
    ['topic.join', { topics: Array.from({ length: 9 }, () => ({ topic: 'room:a' })) }, refused('event.malformed')],
    ['topic.join', null, refused('event.malformed')],
    ['topic.join', 'room:r1', refused('event.malformed')],
    ['topic.join', { topic: 'room:r1', after: -1 }, refused('event.malformed')],
    ['topic.join', { topic: 'room:r1', mode: 'all' }, refused('access.refused')],
    ['topic.track', { topic: 'room:r1', add: ['a'] }, refused('topic.not-joined')],
    ['message.send', { id: anId(), topic: 'room:r1', kind: 'chat', text: 'hi' }, refused('ticket.missing', { retry: 'sign-in' })],
    ['clock.sync', { sentAt: 'now' }, refused('event.malformed', { field: 'sentAt' })],
    ['reaction.add', { topic: 'room:r1', name: 'clap', count: 21 }, refused('event.malformed', { field: 'count' })],
    ['watch.beat', { channel: 'NOT A SLUG', playing: true }, refused('event.malformed', { field: 'channel' })],
  ])('%s %j', async (event, payload, answer) => {
    const { socket } = await welcomed();
    expect(await asked(socket, event, payload)).toEqual(answer);
  });

  test('also when nothing came with it, or too much', async () => {
    const { socket } = await welcomed();
    expect(await asked(socket, 'topic.join')).toEqual(refused('event.malformed'));
    expect(await asked(socket, 'clock.sync', { sentAt: 1 }, 'and', 'more')).toMatchObject({ ok: true });
  });

  test('to a speaker: texts that are empty, too long, of a wrong type, and the longest that fits', async () => {
    const { ticket } = await hub.aGuest('谷雨');
    const { socket } = await welcomed({ ticket });
    const say = (text: unknown) => asked(socket, 'message.send', { id: anId(), topic: room, kind: 'chat', text });
    expect(await say('   \u200b ')).toEqual(refused('message.empty', { field: 'text' }));
    expect(await say('好'.repeat(501))).toEqual(refused('message.too-long', { field: 'text' }));
    expect(await say(42)).toEqual(refused('event.malformed', { field: 'text' }));
    expect(await say('👩‍🔬'.repeat(500))).toMatchObject({ ok: true, value: { status: 'published' } });
    expect(await say('a\ud800b')).toMatchObject({ ok: true, value: { text: 'a\ufffdb' } });
  });

  test('to a speaker: an id that is another’s', async () => {
    const [ada, bob] = await Promise.all([hub.aGuest('白露'), hub.aGuest('寒露')]);
    const id = anId();
    const message = { id, topic: room, kind: 'chat', text: 'mine' };
    expect(await asked((await welcomed({ ticket: ada.ticket })).socket, 'message.send', message)).toMatchObject({ ok: true });
    expect(await asked((await welcomed({ ticket: bob.ticket })).socket, 'message.send', message)).toEqual(refused('message.id-taken'));
  });

  test('to one who joins a ninth topic', async () => {
    const { socket } = await welcomed();
    const rooms = await Promise.all(Array.from({ length: 9 }, () => hub.aRoom()));
    const answers = [];
    for (const topic of rooms) answers.push(await asked(socket, 'topic.join', { topic }));
    expect(answers.slice(0, 8).every(({ ok }) => ok)).toBe(true);
    expect(answers[8]).toEqual(refused('topic.too-many', { field: 'topic' }));
  });
});

describe('what is no event of the protocol', () => {
  test('a packet of 1 MB closes its connection with 1009, and nothing else', async () => {
    const { socket, closed } = await aWire();
    socket.send(`4${'x'.repeat(1024 * 1024)}`);
    expect(await closed).toBe(1009);
    await stillThere();
  });

  test.each(['not engine.io', '4garbage', '42{"no":"array"}', '42[1', '451-["message.send",{"_placeholder":true,"num":9}]', '4\u0000'])(
    'the packet %j closes its connection or is passed over, and harms nobody',
    async (packet) => {
      const { socket, closed } = await aWire();
      socket.send('40');
      socket.send(packet);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))]);
      socket.close();
      await stillThere();
    },
  );

  test('an event without an ack function is judged silently', async () => {
    const { socket } = await welcomed();
    socket.emit('message.send', { nonsense: true });
    socket.emit('no.such-event');
    expect(await asked(socket, 'clock.sync', { sentAt: 1 })).toMatchObject({ ok: true });
  });

  test('a page of another origin opens no socket', async () => {
    const port = Number(new URL(hub.url).port);
    const line = connect(port, '127.0.0.1');
    line.write(
      `GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: https://elsewhere.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    const [answer] = (await once(line, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d/);
    line.destroy();
  });
});

describe('bad paths are answered as problems', () => {
  test.each([
    ['/rt', 404],
    ['/rt/anything', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/topics/room:nowhere/snapshot', 404],
    ['/api/v1/topics/%ff/snapshot', 400],
    ['/api/v1/topics/room:r1/messages?limit=lots', 400],
    ['/api/v1/topics/room:r1/frames', 400],
  ])('%s: %i', async (path, status) => {
    const answer = await hub.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, retry: 'never' });
  });
});
