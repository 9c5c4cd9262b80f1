import type { SerializeOptions } from '@fastify/cookie';

/** The one cookie, of guests and accounts alike. */
export type CookieKind = { name: string; options: SerializeOptions };

/**
 * `__Host-` makes browsers refuse the cookie from a sibling domain or a plain connection; it needs
 * https, so a hub without it uses a plain name. Lax: a link from elsewhere finds one signed in, a
 * form from elsewhere does not.
 */
export function cookieOf({ PUBLIC_URL }: { PUBLIC_URL?: string }): CookieKind {
  const secure = PUBLIC_URL?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-hub' : 'hub', options: { path: '/', httpOnly: true, sameSite: 'lax', ...(secure ? { secure } : {}) } };
}

/** The token in a request's cookies, if it looks like one of ours. */
export function tokenIn(header: string | undefined, { name }: CookieKind): string | undefined {
  const cookies = header?.split(';').map((cookie) => cookie.trim().split('=', 2));
  const token = cookies?.find(([given]) => given === name)?.[1];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}
