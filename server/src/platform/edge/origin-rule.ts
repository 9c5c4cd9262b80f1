import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Authenticator, tokenIn } from '../auth/index.js';
import { originAllowed } from './origin.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Which pages may change something here, or open a socket. */
@Injectable()
export class OriginRule {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A socket may be opened from our own pages, and by programs that bring no cookie. */
  allowsSocket({ headers }: IncomingMessage): boolean {
    const hasCookie = tokenIn(headers.cookie, this.authenticator.cookie) !== undefined;
    return originAllowed({ origin: headers.origin, host: headers.host, hasCookie }, this.config);
  }

  /** Reading is open to every page; what it may read of the answer is CORS's affair. */
  allowsRequest(request: IncomingMessage): boolean {
    return safeMethods.has(request.method ?? '') || this.allowsSocket(request);
  }
}
