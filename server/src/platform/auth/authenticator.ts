import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
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

/** Finds out who sends a request: by cookie, or by the ticket of somebody who keeps none. */
@Injectable()
export class Authenticator {
  readonly cookie: CookieKind;
  private readonly addressOf: AddressOf;
  private readonly known = new Map<string, { identity: Identity; until: number }>();

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
  async viewerOf(request: IncomingMessage): Promise<Viewer> {
    const address = this.addressOf(request);
    const [scheme, ticket = ''] = (request.headers.authorization ?? '').split(' ', 2);
    if (scheme?.toLowerCase() === 'ticket') return viewerFrom(await this.tickets.verify(ticket), address);
    const token = tokenIn(request.headers.cookie, this.cookie);
    const identity = token === undefined ? undefined : await this.holderOf(token);
    return identity ? viewerFrom(identity, address) : { device: unknownDevice(address), address };
  }

  /** People who follow by HTTP ask every few seconds; the database need not be asked each time. */
  private async holderOf(token: string): Promise<Identity | undefined> {
    const key = hashOfToken(token);
    const known = this.known.get(key);
    if (known && known.until > performance.now() && !this.revocations.isRevoked(known.identity)) return known.identity;
    this.known.delete(key);
    const identity = await this.signIns.holderOf(token);
    if (identity) this.keep(key, identity);
    return identity;
  }

  private keep(key: string, identity: Identity): void {
    this.known.set(key, { identity, until: performance.now() + knownForMs });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostKnown) break;
      this.known.delete(oldest);
    }
  }
}
