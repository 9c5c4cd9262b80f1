import { Inject, Injectable, type OnModuleDestroy, Optional } from '@nestjs/common';
import got, { type Response } from 'got';
import { CONFIG, type Config } from '../../config.js';
import { agentsFor, endAgents, guardedLookup, type LookUp, NAMES } from './agents.js';
import { type OutboundAnswer, OutboundError, type OutboundLimits, timesOf, toOutboundError } from './outbound-answer.js';
import { ownOrigin, ownUrl, type Route, routeOf } from './outbound-route.js';

type Hop = { url: URL; route: Route };
type Taken = { response: Response; body: Buffer; isWhole: boolean; wholeMs: number };
type Limits = Required<Pick<OutboundLimits, 'maxBytes' | 'onlyStart' | 'from'>> & { origin?: string; sent?: Sent; deadline: AbortSignal };
/** What is brought to an address. */
type Sent = { method?: 'GET' | 'POST'; headers: Record<string, string>; body?: string };
/** What is asked of a server that the setting `named` names, or of one that it names itself. */
type Errand = Sent & { named: string };

const ceiling = { timeoutMs: 8_000, maxBytes: 512 * 1024 };
const mostRedirects = 3;
/** Of an answer to what was brought nothing but its status counts. */
const answerBytes = 1_024;

/** The only way to an address that somebody typed: it may be anything, so it is asked under guard and never for long. */
@Injectable()
export class Outbound implements OnModuleDestroy {
  private readonly agents = agentsFor();
  private readonly origin: string;
  private readonly loopbackAllowed: boolean;
  private readonly lookUp: LookUp;

  /** `names` resolves host names instead of the system: for tests, that must be able to lie. */
  constructor(@Inject(CONFIG) config: Config, @Optional() @Inject(NAMES) names?: LookUp) {
    this.origin = ownOrigin(config.HOST, config.PORT);
    this.loopbackAllowed = config.OUTBOUND_LOOPBACK === 'on';
    this.lookUp = guardedLookup(names);
  }

  /** Any status is an answer; throws `OutboundError` when there is none. */
  async get(address: string, { origin, ...wanted }: OutboundLimits = {}): Promise<OutboundAnswer> {
    const maxBytes = Math.min(wanted.maxBytes ?? ceiling.maxBytes, ceiling.maxBytes);
    const deadline = AbortSignal.timeout(Math.min(wanted.timeoutMs ?? ceiling.timeoutMs, ceiling.timeoutMs));
    const limits = {
      maxBytes,
      onlyStart: wanted.onlyStart ?? false,
      from: wanted.from ?? 0,
      deadline,
      ...(origin !== undefined && { origin }),
    };
    let hop = this.firstHop(address);
    let allowOrigin: string | undefined = '*';
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const taken = await this.ask(hop, limits);
      const { location, 'access-control-allow-origin': allowed } = taken.response.headers;
      allowOrigin &&= allowed;
      const isRedirect = [301, 302, 303, 307, 308].includes(taken.response.statusCode) && location !== undefined;
      if (!isRedirect) return this.answered(hop, taken, allowOrigin);
      hop = this.nextHop(hop, location);
    }
    throw new OutboundError('too-many-redirects');
  }

  /**
   * Brings something to an address, once: any status is an answer, also one that leads elsewhere, where nothing is brought.
   * Throws `OutboundError` when there is none.
   */
  async post(address: string, sent: { headers: Record<string, string>; body: string }): Promise<{ status: number }> {
    const deadline = AbortSignal.timeout(ceiling.timeoutMs);
    const limits = { maxBytes: answerBytes, onlyStart: true, from: 0, sent, deadline };
    const { response } = await this.ask(this.judged(URL.parse(address)), limits);
    return { status: response.statusCode };
  }

  /**
   * Asks a server that whoever runs the hub has named in a setting: at that very origin wherever it stands, in the own network
   * too. What such a server names elsewhere is asked under guard like everybody's. Nothing leads on from there.
   */
  async errand(address: string, { named, ...sent }: Errand): Promise<Pick<OutboundAnswer, 'status' | 'body' | 'contentType'>> {
    const deadline = AbortSignal.timeout(ceiling.timeoutMs);
    const url = URL.parse(address);
    const hop: Hop = url && url.origin === new URL(named).origin ? { url, route: 'named' } : this.judged(url);
    const { response, body } = await this.ask(hop, { maxBytes: ceiling.maxBytes, onlyStart: false, from: 0, sent, deadline });
    return { status: response.statusCode, body, contentType: response.headers['content-type'] ?? '' };
  }

  /** Whether an address may be asked for at all, as far as that is known before its name is resolved. */
  mayAsk(address: string): boolean {
    if (address.startsWith('/')) return ownUrl(address, this.origin) !== undefined;
    const url = URL.parse(address);
    return url !== null && routeOf(url, { loopbackAllowed: this.loopbackAllowed }) !== undefined;
  }

  onModuleDestroy(): void {
    endAgents(this.agents);
  }

  private answered(hop: Hop, { response, body, isWhole, wholeMs }: Taken, allowOrigin: string | undefined): OutboundAnswer {
    const { 'content-type': contentType = '' } = response.headers;
    const seen = { status: response.statusCode, body, isWhole, contentType, finalUrl: this.shown(hop), times: timesOf(response, wholeMs) };
    return allowOrigin === undefined ? seen : { ...seen, allowOrigin };
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

  private async ask({ url, route }: Hop, { maxBytes, onlyStart, from, origin, sent, deadline }: Limits): Promise<Taken> {
    const started = performance.now();
    let response: Response | undefined;
    const stream = got.stream(url, {
      agent: this.agents[route],
      ...(route !== 'named' && { dnsLookup: this.lookUp as never }), // got's type is that of its own cache, which is off
      enableUnixSockets: false,
      followRedirect: false,
      retry: { limit: 0 },
      throwHttpErrors: false,
      signal: deadline,
      ...(sent && {
        method: sent.method ?? (sent.body === undefined ? 'GET' : 'POST'),
        ...(sent.body !== undefined && { body: sent.body }),
      }),
      headers: {
        'user-agent': 'Yunhui',
        accept: '*/*',
        ...(origin && { origin }),
        ...sent?.headers,
        ...(onlyStart && !sent && { range: `bytes=${from}-${from + maxBytes - 1}` }),
      },
    });
    stream.once('response', (found: Response) => (response = found));
    const parts: Buffer[] = [];
    let bytes = 0;
    try {
      // counted as it is unpacked, so that a small answer cannot become a large one
      for await (const part of stream) {
        bytes += (part as Buffer).length;
        if (bytes > maxBytes && !onlyStart) throw new OutboundError('too-large');
        parts.push(part as Buffer);
        if (bytes > maxBytes) break; // an answer of just that length is left to end, and its connection to live
      }
    } catch (error) {
      throw toOutboundError(error, deadline);
    }
    if (!response) throw new OutboundError('unreachable');
    const isWhole = bytes <= maxBytes && !isPart(response, from + bytes);
    return { response, body: Buffer.concat(parts).subarray(0, maxBytes), isWhole, wholeMs: performance.now() - started };
  }

  private shown({ url, route }: Hop): string {
    return route === 'own' ? `${url.pathname}${url.search}` : url.href;
  }
}

/** 206, and the file is longer than what came. */
function isPart({ statusCode, headers }: Response, bytes: number): boolean {
  return statusCode === 206 && Number(/\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] ?? Number.POSITIVE_INFINITY) > bytes;
}
