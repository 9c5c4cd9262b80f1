import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { HubError } from '../hub-error.js';
import { type AddressOf, clientAddress } from './client-address.js';
import { Tickets } from './tickets.js';
import { type Viewer, viewerFrom } from './viewer.js';

/** What a socket's handshake says: the request that opened it, and `auth` as the client sent it. */
export type Handshake = { request: IncomingMessage; auth: { ticket?: unknown } };

/** Finds out who opens a socket. Tickets only: a cookie would let any page of the browser open one as its owner. */
@Injectable()
export class SocketAuthenticator {
  private readonly addressOf: AddressOf;

  constructor(
    private readonly tickets: Tickets,
    @Inject(CONFIG) config: Config,
  ) {
    this.addressOf = clientAddress(config);
  }

  /** Without a ticket a viewer, with a device of its own: behind one address sit whole schools. */
  async viewerOf({ request, auth }: Handshake): Promise<Viewer> {
    const address = this.addressOf(request);
    if (auth.ticket === undefined || auth.ticket === null) return { device: `socket:${randomUUID()}`, address };
    if (typeof auth.ticket !== 'string') throw new HubError('ticket.refused');
    return viewerFrom(await this.tickets.verify(auth.ticket), address);
  }
}
