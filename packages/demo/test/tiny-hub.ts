import type { BecomeGuest, ClientEvents, Refusal, SendMessage, ServerEvents } from '@yunhui/contracts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const limits = { topics: 8, textChars: 500, frameMs: 200, keys: 64 };

/** A hub as a visitor meets it: real HTTP and a real Socket.IO server over lists in memory. */
export async function startTinyHub() {
  const heard: (SendMessage & { name: string })[] = [];
  const guests: string[] = [];
  const regions = new Set<string>();
  const joined = new Map<string, Set<string>>();
  const whims: { live: string[]; refusal?: Refusal } = { live: [] };

  const http = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST' && request.url === '/api/v1/guests') {
      request.setEncoding('utf8').on('data', (body: string) => {
        const { displayName: name, region }: BecomeGuest = JSON.parse(body);
        if (region !== undefined) regions.add(region);
        guests.push(name);
        const id = `00000000-0000-4000-8000-${String(guests.length).padStart(12, '0')}`;
        response.end(JSON.stringify({ ticket: name, user: { id, name, kind: 'guest', grants: [] } }));
      });
      return;
    }
    const channel = (slug: string, state: string) => ({ slug, title: slug, titleEn: slug, region: 'CN', state, viewers: 0 });
    const channels = ['tide', 'beijing', 'hubei'].map((slug) => channel(slug, whims.live.includes(slug) ? 'live' : 'scheduled'));
    response.end(JSON.stringify({ topic: 'lobby:kepuri-2023', epoch: 'e', seq: 0, rev: 0, at: 0, channels, campaign: {} }));
  });
  const io = new Server<ClientEvents, ServerEvents>(http, { path: '/rt', transports: ['websocket'] });
  io.on('connection', (socket) => {
    const name = String(socket.handshake.auth.ticket);
    const rooms = new Set<string>();
    joined.set(name, rooms);
    socket.emit('hello', {
      protocol: 1,
      at: Date.now(),
      user: { id: '00000000-0000-4000-8000-000000000001', name, kind: 'guest', grants: [] },
      limits,
    });
    socket.on('topic.join', (payload, ack) => {
      const answers = ('topics' in payload ? payload.topics : [payload]).map(({ topic }) => {
        rooms.add(topic);
        return { topic, epoch: 'e', seq: 0, rev: 0, recovered: true, frames: [] };
      });
      const [first] = answers;
      if (!first) throw new Error('a join of nothing');
      ack({ ok: true, value: 'topics' in payload ? answers.map((value) => ({ ok: true as const, value })) : first });
    });
    socket.on('topic.leave', ({ topic }) => rooms.delete(topic));
    socket.on('message.send', (message, ack) => {
      heard.push({ ...message, name });
      const { id, text } = message;
      if (whims.refusal) ack({ ok: false, error: whims.refusal });
      else ack({ ok: true, value: { id, status: 'published', at: Date.now(), text, seq: heard.length, epoch: 'e' } });
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { url, heard, guests, regions, joined, whims, connected: () => io.engine.clientsCount, [Symbol.asyncDispose]: () => io.close() };
}
