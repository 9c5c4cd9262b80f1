import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { isDisguised, type Route } from './outbound-route.js';

type Agents = { http: Agent; https: TlsAgent };
type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

const alive = { keepAlive: true, maxSockets: 32, maxFreeSockets: 64, timeout: 30_000, scheduling: 'lifo' } as const;

/** Each route's connections. The filtering agents look at the address they connect to, not at the name they were given. */
export function agentsFor(): Record<Route, Agents> {
  const guarded = { ...alive, allowPrivateIPAddress: false, allowMetaIPAddress: false };
  const local = { ...guarded, allowIPAddressList: ['127.0.0.1', '::1'] };
  const https = new RequestFilteringHttpsAgent(guarded);
  return {
    public: { http: new RequestFilteringHttpAgent(guarded), https },
    loopback: { http: new RequestFilteringHttpAgent(local), https: new RequestFilteringHttpsAgent(local) },
    own: { http: new Agent(alive), https }, // the demo origin is asked over http
    named: { http: new Agent(alive), https: new TlsAgent(alive) },
  };
}

export function endAgents(agents: Record<Route, Agents>): void {
  for (const { http, https } of Object.values(agents)) {
    http.destroy();
    https.destroy();
  }
}

/** Looks a name up as `node:dns` does. */
export type LookUp = (hostname: string, options: LookupOptions, found: Found) => void;
/** Nest's token for another way to look names up than the system's. */
export const NAMES = Symbol('Names');

/** Resolves a name and refuses it when any of its addresses is an IPv4 address in disguise. */
export function guardedLookup(names: LookUp = systemNames): LookUp {
  return (hostname, options, found) =>
    names(hostname, { ...options, all: true }, (error, addresses) => {
      if (error || typeof addresses === 'string') return found(error ?? new Error('one address where all were asked for'), []);
      const hidden = addresses.find(({ address }) => isDisguised(address));
      if (hidden) return found(new Error(`${hidden.address} is not allowed. Because it hides an IPv4 address`), []);
      if (options.all) return found(null, addresses);
      const [first] = addresses;
      found(null, first?.address ?? '', first?.family);
    });
}

const systemNames: LookUp = (hostname, options, found) => lookUp(hostname, { ...options, all: true }, found);
