import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asc, gt, lt, and, sql } from 'drizzle-orm';
import { Clock } from '../clock.js';
import { Database, type Transaction } from '../database/index.js';
import { revocationHead, revocations } from './auth.tables.js';
import type { Identity } from './viewer.js';

/** As long as a ticket lives: what was revoked before is in no ticket any more. */
export const ticketLifeMs = 12 * 3_600_000;

export type StandingListener = (users: readonly string[]) => Promise<void>;
type Revoked = { signInId: string } | { userId: string; grantsVersion: number } | { standingOf: string };

/**
 * What tickets that are still valid do not know: ended sign-ins, changed grants, and people whose standing (a mute, a ban,
 * something they should be told) is another one. Each node holds
 * them in memory, so that a ticket is judged without I/O; the engine's 2-s statement carries
 * `newestRevocation`, and `heard` reads what is missing. Numbers appear in order (the head's row is
 * locked until the commit), so the newest number tells of all before it.
 */
@Injectable()
export class Revocations implements OnModuleInit {
  private known = 0;
  private signIns = new Map<string, number>();
  private grantsOf = new Map<string, { version: number; at: number }>();
  private readonly listeners = new Set<() => void>();
  private readonly standingListeners = new Set<StandingListener>();
  private readonly recordedListeners = new Set<(number: number) => void>();
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.heard(await this.newest());
  }

  /** Whether this identity was revoked, or may do other things now than its ticket says. */
  isRevoked({ signInId, user, grantsVersion }: Partial<Identity>): boolean {
    if (signInId !== undefined && this.signIns.has(signInId)) return true;
    const changed = user && this.grantsOf.get(user.id);
    return changed !== undefined && grantsVersion !== undefined && grantsVersion < changed.version;
  }

  /** Hears each time something was revoked: whoever keeps a connection open asks `isRevoked` again. Returns how to stop. */
  onRevoked(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears whose standing changed; what it is now is read by who keeps it. Awaited, so that `heard` means that it holds. */
  onStanding(listener: StandingListener): void {
    this.standingListeners.add(listener);
  }

  /** Hears of numbers that this node itself has recorded, after their commit: to tell the other nodes before they look. */
  onRecorded(listener: (number: number) => void): void {
    this.recordedListeners.add(listener);
  }

  /** After the commit of what `record` was part of: it holds here, and the others are told. */
  async announce(number: number): Promise<void> {
    for (const listener of this.recordedListeners) listener(number);
    await this.hearOf(number);
  }

  /** Another node has recorded this number; one that is known already is no news. */
  async hearOf(number: number): Promise<void> {
    if (number > this.known) await this.heard(number);
  }

  /** The newest number, in one cheap statement. */
  async newest(): Promise<number> {
    const [head] = await this.database.drizzle.select({ number: revocationHead.number }).from(revocationHead);
    return head?.number ?? 0;
  }

  /** Reads what came since, once `newest` says there is something. A lower number means that Postgres went back: all is read anew. */
  async heard(newest: number): Promise<void> {
    if (newest === this.known) return;
    this.reading = this.reading.catch(() => undefined).then(() => this.read(newest));
    await this.reading;
  }

  /** Keeps one or several, as the last statement of the transaction that revokes; its number goes to `announce` after the commit. */
  async record(tx: Transaction, revoked: Revoked | readonly Revoked[]): Promise<number> {
    const all = [revoked].flat();
    const at = this.clock.date();
    await tx.delete(revocations).where(lt(revocations.at, new Date(at.getTime() - 2 * ticketLifeMs)));
    const [head] = await tx
      .update(revocationHead)
      .set({ number: sql`${revocationHead.number} + ${all.length}` })
      .returning({ number: revocationHead.number });
    if (!head) throw new Error('the head of the revocations is missing');
    const first = head.number - all.length + 1;
    if (all.length > 0) await tx.insert(revocations).values(all.map((one, index) => ({ number: first + index, at, ...one })));
    return head.number;
  }

  private async read(newest: number): Promise<void> {
    if (newest === this.known) return;
    const from = newest < this.known ? 0 : this.known;
    const since = new Date(this.clock.now() - ticketLifeMs);
    const rows = await this.database.drizzle
      .select()
      .from(revocations)
      .where(and(gt(revocations.number, from), gt(revocations.at, since)))
      .orderBy(asc(revocations.number));
    const standings = rows.flatMap(({ standingOf }) => standingOf ?? []);
    for (const { signInId, userId, grantsVersion, at } of rows) {
      if (signInId !== null) this.signIns.set(signInId, at.getTime());
      if (userId !== null && grantsVersion !== null) this.grantsOf.set(userId, { version: grantsVersion, at: at.getTime() });
    }
    // A standing that could not be read is not known: the next look reads it again.
    if (standings.length > 0) await Promise.all([...this.standingListeners].map((listener) => listener([...new Set(standings)])));
    this.known = Math.max(newest, rows.at(-1)?.number ?? 0);
    this.forgetBefore(since.getTime());
    for (const listener of this.listeners) listener();
  }

  private forgetBefore(since: number): void {
    for (const [id, at] of this.signIns) if (at < since) this.signIns.delete(id);
    for (const [id, { at }] of this.grantsOf) if (at < since) this.grantsOf.delete(id);
  }
}
