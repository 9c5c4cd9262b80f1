import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { desc, lt } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { signingKeys } from './auth.tables.js';
import { ticketLifeMs } from './revocations.js';

const day = 86_400_000;
/** A key signs for this long; then the next start makes another. */
const signsForMs = 30 * day;
/** The database is not asked more often for a key that nobody knows. */
const askAgainMs = 1_000;

export type SigningKey = { kid: string; secret: Uint8Array };

/**
 * The keys of tickets, held in memory. They live in the database, so that a restart signs nobody
 * out and every node believes every other. Two nodes that start at once may make one each: both count.
 */
@Injectable()
export class SigningKeys {
  private keys: SigningKey[] = [];
  private askedAt = 0;
  private ready: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The key that signs now. */
  async current(): Promise<SigningKey> {
    await (this.ready ??= this.prepare());
    const [newest] = this.keys;
    if (!newest) throw new Error('there is no key to sign tickets with');
    return newest;
  }

  /** The key of a ticket, from memory; another node's new key costs one read. */
  async named(kid: string): Promise<SigningKey | undefined> {
    await (this.ready ??= this.prepare());
    const known = this.keys.find((key) => key.kid === kid);
    if (known || performance.now() - this.askedAt < askAgainMs) return known;
    await this.load();
    return this.keys.find((key) => key.kid === kid);
  }

  /** Signs with a new key from now on; tickets of the old ones stay good as long as they live. */
  async rotate(): Promise<void> {
    const now = this.clock.now();
    await this.database.drizzle.delete(signingKeys).where(lt(signingKeys.createdAt, new Date(now - signsForMs - 2 * ticketLifeMs)));
    await this.database.drizzle
      .insert(signingKeys)
      .values({ kid: uuid(), secret: randomBytes(32).toString('base64url'), createdAt: new Date(now) });
    await this.load();
  }

  private async prepare(): Promise<void> {
    try {
      const newest = await this.load();
      if (!newest || this.clock.now() - newest.getTime() > signsForMs) await this.rotate();
    } catch (error) {
      this.ready = undefined; // the next who asks tries again
      throw error;
    }
  }

  private async load(): Promise<Date | undefined> {
    this.askedAt = performance.now();
    const rows = await this.database.drizzle.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.kid));
    this.keys = rows.map(({ kid, secret }) => ({ kid, secret: Buffer.from(secret, 'base64url') }));
    return rows[0]?.createdAt;
  }
}
