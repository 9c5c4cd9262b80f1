import { BlockList, isIPv6 } from 'node:net';

/** Why an address that people gave us was not read. The only thing about it that users see. */
export type OutboundVerdict =
  | 'address-refused'
  | 'name-unknown'
  | 'certificate'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects';

/**
 * How an address is reached: `public` by the guarded agent, at the ports streams use; `loopback` on this machine
 * only, at any port, when the settings allow it; `own` is the hub's demo origin; `named` is a server that a setting names,
 * wherever it stands.
 */
export type Route = 'public' | 'loopback' | 'own' | 'named';

const ports = new Set(['', '80', '443', '8080', '8443']);
const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Nothing public is in ::/96 (it holds IPv4 addresses in disguise), and the filtering agent lets it pass. */
const disguised = new BlockList();
disguised.addSubnet('::', 96, 'ipv6');

export function isDisguised(address: string): boolean {
  return isIPv6(address) && disguised.check(address, 'ipv6');
}

/** Where an address that somebody gave us may be asked for, before any name in it is resolved. */
export function routeOf(url: URL, { loopbackAllowed }: { loopbackAllowed: boolean }): Route | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username || url.password) return undefined;
  if (loopbackAllowed && loopbackHost.test(url.hostname)) return 'loopback';
  if (isDisguised(url.hostname.replace(/^\[|\]$/g, ''))) return undefined;
  return ports.has(url.port) ? 'public' : undefined;
}

/** A root-relative address is the hub's own; of that, only what streams is anybody's to ask for. */
export function ownUrl(path: string, origin: string): URL | undefined {
  const url = URL.parse(path, origin);
  return url && url.origin === origin && url.pathname.startsWith('/demo/') ? url : undefined;
}

/** Where this hub is asked from this machine. */
export function ownOrigin(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return new URL(`http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`).origin;
}
