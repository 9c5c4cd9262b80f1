import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { DevicesRepository } from './devices.repository.js';
import { markOf } from './mark.js';
import { SaltsRepository } from './salts.repository.js';

/** A browser's sign-in and whose it is. */
export type Used = { signIn: string; user: string };

const windowMs = 24 * 3_600_000;
const mostNames = 10;

/**
 * Names that were used on one browser within two days, for the moderator who judges one of them. A browser is known by the
 * sign-in that took the place of the one it had, and by nothing else: whoever signs out or clears it has another one. What is
 * kept is a keyed hash (decision 28).
 */
@Injectable()
export class DeviceNames {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly salts: SaltsRepository,
    private readonly clock: Clock,
  ) {}

  /** A browser has another sign-in now. Only where it is somebody else's there is a name to remember, or one that was before. */
  async follow(from: Used, to: Used): Promise<void> {
    const now = this.clock.date();
    const window = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
    const oldest = new Date(window.getTime() - windowMs);
    const before = (await this.salts.salts('devices', oldest)).map((salt) => markOf(salt, from.signIn));
    if (from.user === to.user && before.length === 0) return;
    const salt = await this.salts.saltOf('devices', window, randomBytes(32).toString('base64url'), oldest);
    await this.devices.forget(oldest);
    const users = from.user === to.user ? [] : [from.user, to.user];
    await this.devices.carry(before, markOf(salt, to.signIn), users, now);
  }

  /** Others who used a browser of theirs. */
  beside(user: string): Promise<{ id: string; name: string }[]> {
    return this.devices.beside(user, new Date(this.clock.now() - 2 * windowMs), mostNames);
  }
}
