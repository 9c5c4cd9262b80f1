import { User } from '@yunhui/contracts';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { HubError } from '../hub-error.js';
import { Revocations, ticketLifeMs } from './revocations.js';
import { SigningKeys } from './signing-keys.js';
import type { Identity } from './viewer.js';

const Claims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  gv: z.int(),
  name: User.shape.name,
  kind: User.shape.kind,
  grants: User.shape.grants,
  region: User.shape.region,
  sample: User.shape.sample,
});
const issuer = 'yunhui';
const longestTicket = 4096;

/**
 * Short passes that open a socket: signed, good for 12 h, and judged without asking the database.
 * What changed since they were made is in `Revocations`.
 */
@Injectable()
export class Tickets {
  constructor(
    private readonly keys: SigningKeys,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {}

  /** A fresh ticket for somebody whose cookie was just looked at. */
  async issue({ user: { id, ...person }, signInId, grantsVersion }: Identity): Promise<string> {
    const { kid, secret } = await this.keys.current();
    const now = Math.floor(this.clock.now() / 1000);
    return new SignJWT({ ...person, sid: signInId, gv: grantsVersion })
      .setProtectedHeader({ alg: 'HS256', kid })
      .setIssuer(issuer)
      .setSubject(id)
      .setIssuedAt(now)
      .setExpirationTime(now + ticketLifeMs / 1000)
      .sign(secret);
  }

  /** Who a ticket was made for. Forged, run out and revoked ones are refused alike. */
  async verify(ticket: string): Promise<Identity> {
    const { sub, sid, gv, name, kind, grants, region, sample } = await this.claimsOf(ticket);
    const user = { id: sub, name, kind, grants, ...(region && { region }), ...(sample && { sample }) };
    const identity = { user, signInId: sid, grantsVersion: gv };
    if (this.revocations.isRevoked(identity)) throw new HubError('ticket.refused');
    return identity;
  }

  private async claimsOf(ticket: string): Promise<z.infer<typeof Claims>> {
    if (ticket.length > longestTicket) throw new HubError('ticket.refused');
    try {
      const { kid } = decodeProtectedHeader(ticket);
      const key = kid === undefined ? undefined : await this.keys.named(kid);
      if (!key) throw new HubError('ticket.refused');
      const { payload } = await jwtVerify(ticket, key.secret, { algorithms: ['HS256'], issuer, currentDate: this.clock.date() });
      return Claims.parse(payload);
    } catch (error) {
      const forged = error instanceof errors.JOSEError || error instanceof TypeError || error instanceof z.ZodError;
      throw forged ? new HubError('ticket.refused', { cause: error }) : error;
    }
  }
}
