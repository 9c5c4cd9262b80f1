import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type AddressOf, clientAddress } from './client-address.js';
import { type CookieKind, cookieOf, tokenIn } from './cookie.js';
import { SignIns } from './sign-ins.js';
import { Tickets } from './tickets.js';
import { unknownDevice, type Viewer, viewerFrom } from './viewer.js';

/** Finds out who sends a request: by cookie, or by the ticket of somebody who keeps none. */
@Injectable()
export class Authenticator {
  readonly cookie: CookieKind;
  private readonly addressOf: AddressOf;

  constructor(
    private readonly tickets: Tickets,
    private readonly signIns: SignIns,
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
    const identity = token === undefined ? undefined : await this.signIns.holderOf(token);
    return identity ? viewerFrom(identity, address) : { device: unknownDevice(address), address };
  }
}
