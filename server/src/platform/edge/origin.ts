/** What a request says of where it comes from. */
export type Origins = { origin?: string; host?: string; hasCookie: boolean };

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request that changes something, or opens a socket, may come from there: the public
 * address, or without one the address it was sent to; on a loopback hub any page of this machine
 * (the client's own dev server). Browsers always say their origin, so nothing said passes only
 * without a cookie: that is a program, and no page is borrowing anybody's name.
 */
export function originAllowed({ origin, host, hasCookie }: Origins, config: { PUBLIC_URL?: string; onLoopback: boolean }): boolean {
  if (origin === undefined) return !hasCookie;
  if (!URL.canParse(origin)) return false; // also `null`, the origin of sandboxed and forwarded pages
  const from = new URL(origin);
  if (config.onLoopback && loopback.has(from.hostname)) return true;
  return config.PUBLIC_URL ? from.origin === new URL(config.PUBLIC_URL).origin : from.host === host;
}
