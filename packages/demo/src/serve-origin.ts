import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerOrigin, type Origin } from './origin.js';

/** Reads the hub's clock, in ms. */
export type Now = () => number;

/**
 * Answers a request when it is for the demo origin; says whether it was. Fits under any server
 * that hands out Node's own request and response.
 */
export function serveOrigin(
  origin: Origin,
  now: Now,
): (request: Pick<IncomingMessage, 'method' | 'url'>, response: ServerResponse) => boolean {
  return (request, response) => {
    const answer = answerOrigin(request.url ?? '/', now(), origin);
    if (!answer) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'access-control-allow-origin': '*' }).end();
      return true;
    }
    const send = (): void => {
      response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
      response.end(request.method === 'HEAD' ? undefined : answer.body);
    };
    if (answer.delayMs) setTimeout(send, answer.delayMs).unref();
    else send();
    return true;
  };
}
