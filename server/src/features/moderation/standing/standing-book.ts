import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Revocations, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { type InForce } from './standing.rules.js';
import { StandingRepository, type Watched } from './standing.repository.js';

type Who = Pick<Viewer, 'user' | 'signInId'>;
export type StandingChanged = (users: readonly string[]) => void;

/**
 * Every mute and ban that has time left, in the memory of each node: a word is judged without asking the database. It is
 * read again for whom the revocations name, which is at once on the node that acted and within 2.5 s on the others,
 * with Redis or without.
 */
@Injectable()
export class StandingBook implements OnModuleInit {
  private readonly ofUser = new Map<string, InForce[]>();
  private readonly ofDevice = new Map<string, InForce[]>();
  private readonly watchedGuests = new Map<string, Watched[]>();
  private readonly untold = new Set<string>();
  private readonly listeners = new Set<StandingChanged>();

  constructor(
    private readonly repository: StandingRepository,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.revocations.onStanding((users) => this.readAgain(users));
    await this.read();
  }

  /** Hears whose standing was read again. */
  onChanged(listener: StandingChanged): void {
    this.listeners.add(listener);
  }

  /** What holds against somebody anywhere: against their name, or against the browser they use. */
  of({ user, signInId }: Who): readonly InForce[] {
    if (this.ofUser.size === 0) return [];
    const own = (user && this.ofUser.get(user.id)) ?? [];
    const device = (signInId !== undefined && this.ofDevice.get(signInId)) || [];
    const now = this.clock.now();
    return [...new Set([...own, ...device])].filter(({ until }) => until > now);
  }

  /** Where somebody looks first at what a new guest says. */
  watched({ user }: Who): readonly Watched[] {
    const now = this.clock.now();
    return ((user && this.watchedGuests.get(user.id)) ?? []).filter(({ until }) => until > now);
  }

  /** Whether they have something to be told. */
  hasNews({ user }: Who): boolean {
    return user !== undefined && this.untold.has(user.id);
  }

  /** They have seen all there was. */
  told(user: string): void {
    this.untold.delete(user);
  }

  private async readAgain(users: readonly string[]): Promise<void> {
    await this.read(users);
    for (const listener of this.listeners) listener(users);
  }

  private async read(users?: readonly string[]): Promise<void> {
    const now = this.clock.date();
    const [inForce, watched, awaiting] = await Promise.all([
      this.repository.inForce(now, users),
      this.repository.watched(now, users),
      this.repository.awaiting(users),
    ]);
    this.forget(users ?? [], now.getTime());
    for (const one of inForce) {
      add(this.ofUser, one.user, one);
      for (const device of one.devices) add(this.ofDevice, device, one);
    }
    for (const one of watched) add(this.watchedGuests, one.user, one);
    for (const user of awaiting) this.untold.add(user);
  }

  /** What is read anew, and what has run out meanwhile. */
  private forget(users: readonly string[], now: number): void {
    const anew = new Set(users);
    const stays = ({ user, until }: { user: string; until: number }): boolean => !anew.has(user) && until > now;
    for (const map of [this.ofUser, this.ofDevice]) keepOnly(map, stays);
    keepOnly(this.watchedGuests, stays);
    for (const user of anew) this.untold.delete(user);
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function keepOnly<Value>(map: Map<string, Value[]>, stays: (value: Value) => boolean): void {
  for (const [key, values] of map) {
    const left = values.filter(stays);
    if (left.length > 0) map.set(key, left);
    else map.delete(key);
  }
}
