import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Ack, Refusal, SendMessage, SentMessage } from '@yunhui/contracts';
import type { TinyTopic } from './tiny-topic.js';

/** What the routes need of the hub behind them. */
export type HubBehind = {
  readonly url: string;
  readonly asked: { name: string; payload: unknown }[];
  topic: (name: string) => TinyTopic;
  keep: (message: SendMessage) => Ack<SentMessage>;
};

type Answer = { status: number; body?: unknown; etag?: string };

/** The routes of `/api/v1` that a client without a socket reads and speaks by. */
export async function answerHttp(hub: HubBehind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', hub.url);
  const [, , , area, topic = '', part = ''] = pathname.split('/').map(decodeURIComponent);
  const name = `${request.method} ${area === 'topics' ? part : area}`;
  hub.asked.push({ name, payload: { topic, headers: request.headers, ...Object.fromEntries(searchParams) } });
  const { status, body, etag } = await answerTo(hub, name, topic, searchParams, request);
  response.writeHead(status, { 'Content-Type': 'application/json', ...(etag ? { ETag: etag } : {}) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function answerTo(
  hub: HubBehind,
  name: string,
  topicName: string,
  query: URLSearchParams,
  request: IncomingMessage,
): Promise<Answer> {
  const topic = hub.topic(topicName);
  const hasTicket = request.headers.authorization?.startsWith('Ticket ') ?? false;
  if (topicName.startsWith('inbox:') && !hasTicket) return refused({ code: 'topic.unknown', retry: 'never' }, 404);
  if (name === 'GET snapshot') {
    const etag = `"${topic.epoch}-${topic.seq}-${topic.rev}"`;
    return request.headers['if-none-match'] === etag ? { status: 304, etag } : { status: 200, body: topic.snapshot(3), etag };
  }
  if (name === 'GET frames') return { status: 200, body: topic.frames(query.get('epoch') ?? undefined, Number(query.get('after'))) };
  if (name === 'GET messages') return { status: 200, body: topic.history(Number(query.get('before')), Number(query.get('limit'))) };
  if (!hasTicket) return refused({ code: 'ticket.missing', retry: 'sign-in' }, 401);
  if (name === 'GET mine') return { status: 200, body: { held: topic.held, settled: topic.settled } };
  if (name === 'POST watch') return { status: 200, body: {} };
  if (name !== 'POST messages') return refused({ code: 'path.unknown', retry: 'never' }, 404);
  const ack = hub.keep((await json(request)) as SendMessage);
  return ack.ok ? { status: 200, body: ack.value } : refused(ack.error, 503);
}

function refused(refusal: Refusal, status: number): Answer {
  return { status, body: { type: 'about:blank', title: refusal.code, status, ...refusal } };
}
