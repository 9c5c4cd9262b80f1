import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Limits } from '../../../platform/limits/index.js';
import type { InForce } from '../standing/standing.rules.js';
import { markOf } from './mark.js';
import { MarksRepository } from './marks.repository.js';
import { SaltsRepository } from './salts.repository.js';

/** So long an address is remembered, as a keyed hash. */
export const markForMs = 2 * 3_600_000;
/** So long somebody looks first at what a new guest from there says. */
export const watchForMs = 10 * 60_000;

/**
 * Whoever clears their browser comes back as a new guest, and may: an address is shared by whole schools, so it shuts
 * nobody out. New guests from where somebody was just banned come a little slower for two hours, and for ten minutes
 * somebody looks first at what they say where the ban holds. docs/decisions has what is kept for it.
 */
@Injectable()
export class NewcomersService {
  private readonly logger = new Logger(NewcomersService.name);
  /** Marked by this node lately: a banned client that keeps knocking costs no write. */
  private readonly marked = new Map<string, number>();

  constructor(
    private readonly marks: MarksRepository,
    private readonly salts: SaltsRepository,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Somebody felt a ban, or was turned away by one: where they came from is marked. It never keeps the cut waiting. */
  remember({ address }: Pick<Viewer, 'address'>, { scope, id }: Pick<InForce, 'scope' | 'id'>): void {
    const key = `${id} ${address}`;
    const now = this.clock.now();
    if ((this.marked.get(key) ?? 0) > now) return;
    for (const [old, until] of this.marked) if (until <= now) this.marked.delete(old);
    this.marked.set(key, now + markForMs / 2);
    void this.mark(address, scope).catch((error: unknown) => {
      this.marked.delete(key);
      this.logger.warn(`an address was not marked: ${String(error)}`);
    });
  }

  /** Where new guests of this address are looked at first. Takes a turn of the slower pace when there is such a place. */
  async admit(viewer: Pick<Viewer, 'address' | 'device'>): Promise<readonly string[]> {
    const now = this.clock.date();
    const salts = await this.salts.salts('addresses', new Date(now.getTime() - 2 * markForMs));
    if (salts.length === 0) return [];
    const scopes = await this.marks.scopesOf(
      salts.map((salt) => markOf(salt, viewer.address)),
      now,
    );
    if (scopes.length > 0) await this.limits.consume('guest.marked', viewer);
    return scopes;
  }

  /** A guest who was admitted with these. */
  async watch(user: string, scopes: readonly string[]): Promise<void> {
    if (scopes.length > 0) await this.marks.watch(user, scopes, new Date(this.clock.now() + watchForMs));
  }

  /** A browser has another sign-in now: what shut out the one before shuts out this one. */
  async follow(from: string, to: string): Promise<void> {
    await this.marks.followDevice(from, to, this.clock.date());
  }

  private async mark(address: string, scope: string): Promise<void> {
    const now = this.clock.date();
    const window = new Date(Math.floor(now.getTime() / markForMs) * markForMs);
    const fresh = randomBytes(32).toString('base64url');
    const salt = await this.salts.saltOf('addresses', window, fresh, new Date(window.getTime() - markForMs));
    await this.marks.keep(markOf(salt, address), scope, new Date(now.getTime() + markForMs), now);
  }
}
