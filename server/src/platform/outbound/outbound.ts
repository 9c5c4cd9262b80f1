import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import got, { type Response } from 'got';
import { CONFIG, type Config } from '../../config.js';
import { agentsFor, endAgents, guardedLookup } from './agents.js';
import { type OutboundVerdict, ownOrigin, ownUrl, type Route, routeOf } from './outbound-route.js';

export type OutboundLimits = { timeoutMs?: number; maxBytes?: number };
/** `finalUrl` is where the body came from after redirects; root-relative when that is the hub itself. */
export type OutboundAnswer = { status: number; body: Buffer; contentType: string; finalUrl: string };
type Hop = { url: URL; route: Route };

const ceiling = { timeoutMs: 8_000, maxBytes: 512 * 1024 };
const mostRedirects = 3;

/** An address that could not be read. `verdict` may be shown; the cause is for the log. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly verdict: OutboundVerdict,
    cause?: unknown,
  ) {
    super(verdict, { cause });
  }
}

/** The only way to an address that somebody typed: it may be anything, so it is asked under guard and never for long. */
@Injectable()
export class Outbound implements OnModuleDestroy {
  private readonly agents = agentsFor();
  private readonly origin: string;
  private readonly loopbackAllowed: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.origin = ownOrigin(config.HOST, config.PORT);
    this.loopbackAllowed = config.OUTBOUND_LOOPBACK === 'on';
  }

  /** Any status is an answer; throws `OutboundError` when there is none. Limits above the ceiling are lowered to it. */
  async get(address: string, limits: OutboundLimits = {}): Promise<OutboundAnswer> {
    const maxBytes = Math.min(limits.maxBytes ?? ceiling.maxBytes, ceiling.maxBytes);
    const deadline = AbortSignal.timeout(Math.min(limits.timeoutMs ?? ceiling.timeoutMs, ceiling.timeoutMs));
    let hop = this.firstHop(address);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const { response, body } = await this.ask(hop, maxBytes, deadline);
      const { location, 'content-type': contentType = '' } = response.headers;
      const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode) && location !== undefined;
      if (!isRedirect) return { status: response.statusCode, body, contentType, finalUrl: this.shown(hop) };
      hop = this.nextHop(hop, location);
    }
    throw new OutboundError('too-many-redirects');
  }

  onModuleDestroy(): void {
    endAgents(this.agents);
  }

  private firstHop(address: string): Hop {
    const own = address.startsWith('/') ? ownUrl(address, this.origin) : undefined;
    if (own) return { url: own, route: 'own' };
    return this.judged(URL.parse(address));
  }

  /** Only the hub itself leads to its own origin: an address from elsewhere that names it is somebody's on loopback. */
  private nextHop(from: Hop, location: string): Hop {
    const own = from.route === 'own' ? ownUrl(location, from.url.href) : undefined;
    if (own?.origin === this.origin) return { url: own, route: 'own' };
    return this.judged(URL.parse(location, from.url.href));
  }

  private judged(url: URL | null): Hop {
    const route = url ? routeOf(url, { loopbackAllowed: this.loopbackAllowed }) : undefined;
    if (!url || !route) throw new OutboundError('address-refused');
    return { url, route };
  }

  private async ask({ url, route }: Hop, maxBytes: number, deadline: AbortSignal): Promise<{ response: Response; body: Buffer }> {
    let response: Response | undefined;
    const stream = got.stream(url, {
      agent: this.agents[route],
      dnsLookup: guardedLookup as never, // got's type is that of its own cache, which is off
      enableUnixSockets: false,
      followRedirect: false,
      retry: { limit: 0 },
      throwHttpErrors: false,
      signal: deadline,
      headers: { 'user-agent': 'Yunhui', accept: '*/*' },
    });
    stream.once('response', (found: Response) => (response = found));
    const parts: Buffer[] = [];
    let bytes = 0;
    try {
      // counted as it is unpacked, so that a small answer cannot become a large one
      for await (const part of stream) {
        bytes += (part as Buffer).length;
        if (bytes > maxBytes) throw new OutboundError('too-large');
        parts.push(part as Buffer);
      }
    } catch (error) {
      throw toOutboundError(error, deadline);
    }
    if (!response) throw new OutboundError('unreachable');
    return { response, body: Buffer.concat(parts) };
  }

  private shown({ url, route }: Hop): string {
    return route === 'own' ? `${url.pathname}${url.search}` : url.href;
  }
}

function toOutboundError(error: unknown, deadline: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (deadline.aborted) return new OutboundError('too-slow', error);
  const refused = error instanceof Error && error.message.includes('is not allowed. Because');
  return new OutboundError(refused ? 'address-refused' : 'unreachable', error);
}
