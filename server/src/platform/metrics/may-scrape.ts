import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * Whether somebody may read the figures: with the token, or from this machine itself. What a proxy
 * on this machine passes on also comes from loopback, and is not from here.
 */
export function mayScrape({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, token?: string): boolean {
  const [scheme, given] = (headers.authorization ?? '').split(' ', 2);
  if (token !== undefined && scheme?.toLowerCase() === 'bearer' && given !== undefined && same(given, token)) return true;
  return loopback.test(socket.remoteAddress ?? '') && forwarding.every((header) => headers[header] === undefined);
}

function same(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
