import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { isStoreAway } from '../database/index.js';
import { type AddressOf, clientAddress } from './client-address.js';
import { type CookieKind, cookieOf, tokenIn } from './cookie.js';
import { Revocations } from './revocations.js';
import { SignIns } from './sign-ins.js';
import { Tickets } from './tickets.js';
import { hashOfToken } from './tokens.js';
import { type Identity, unknownDevice, type Viewer, viewerFrom } from './viewer.js';

/** How long a cookie's holder is known without asking again. What ends or changes meanwhile is in `Revocations`. */
const knownForMs = 60_000;
const mostKnown = 20_000;
/** So long after it was last looked up a sign-in stands for itself where nobody can be asked, for acts that must not wait. */
const standsForMs = 600_000;
/** Whoever stops a stream does not wait longer for a database that may be away. */
const askPatienceMs = 700;

/** `lasting`: what is asked for must also work while the database is away. */
export type HowSure = { lasting?: boolean };

/** Finds out who sends a request: by cookie, or by the ticket of somebody who keeps none. */
@Injectable()
export class Authenticator {
  readonly cookie: CookieKind;
  private readonly addressOf: AddressOf;
  private readonly known = new Map<string, { identity: Identity; since: number }>();

  constructor(
    private readonly tickets: Tickets,
    private readonly signIns: SignIns,
    private readonly revocations: Revocations,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = cookieOf(config);
    this.addressOf = clientAddress(config);
  }

  /**
   * Who sends this request. A ticket that is refused is an error, because its owner believes to be
   * signed in; a cookie that has run out only makes one a viewer, because browsers send it anyway.
   */
  async viewerOf(request: IncomingMessage, { lasting = false }: HowSure = {}): Promise<Viewer> {
    const address = this.addressOf(request);
    const [scheme, ticket = ''] = (request.headers.authorization ?? '').split(' ', 2);
    if (scheme?.toLowerCase() === 'ticket') return viewerFrom(await this.tickets.verify(ticket), address);
    const token = tokenIn(request.headers.cookie, this.cookie);
    const identity = token === undefined ? undefined : await this.holderOf(token, lasting);
    return identity ? viewerFrom(identity, address) : { device: unknownDevice(address), address };
  }

  /** People who follow by HTTP ask every few seconds; the database need not be asked each time. */
  private async holderOf(token: string, lasting: boolean): Promise<Identity | undefined> {
    const key = hashOfToken(token);
    const known = this.known.get(key);
    const good = known && !this.revocations.isRevoked(known.identity) ? known : undefined;
    const ageMs = performance.now() - (good?.since ?? -Infinity);
    if (good && ageMs < knownForMs) return good.identity;
    if (good && lasting && ageMs < standsForMs) return this.askAbout(key, token, good.identity);
    return this.ask(key, token);
  }

  /** Somebody who was known lately: the database has the last word if it is there to say it. */
  private async askAbout(key: string, token: string, lately: Identity): Promise<Identity | undefined> {
    const asked = this.ask(key, token).catch((error: unknown) => {
      if (isStoreAway(error)) return lately;
      throw error;
    });
    return Promise.race([asked, sleep(askPatienceMs, lately, { ref: false })]);
  }

  /** What is known lasts until the database says otherwise: one that is away says nothing. */
  private async ask(key: string, token: string): Promise<Identity | undefined> {
    const identity = await this.signIns.holderOf(token);
    this.known.delete(key);
    if (identity) this.keep(key, identity);
    return identity;
  }

  private keep(key: string, identity: Identity): void {
    this.known.set(key, { identity, since: performance.now() });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostKnown) break;
      this.known.delete(oldest);
    }
  }
}
