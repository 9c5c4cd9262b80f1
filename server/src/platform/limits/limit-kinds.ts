import type { Ceiling } from './ceilings.js';

/**
 * How often something may be done. `device` is a sign-in, or a socket without one; an address is
 * only a ceiling, because a school or a carrier is thousands behind one. `shared` limits are counted
 * in Redis for all nodes together; the others by each node, because one device sits on one node and
 * a message must not wait for a round trip.
 * What is `raised` is higher for addresses that an operator has listed (`Ceilings`).
 */
export type LimitKind = { per: 'device' | 'address' | 'key'; points: number; seconds: number; shared: boolean; raised?: keyof Ceiling };

export const limitKinds = {
  guest: { per: 'address', points: 20, seconds: 1, shared: true, raised: 'guestsPerSecond' },
  /** New guests from where somebody was just banned: slower, and never a closed door, for thousands may share it. */
  'guest.marked': { per: 'address', points: 30, seconds: 60, shared: true, raised: 'guestsPerSecond' },
  /** Names that no topic has, asked for over HTTP: each costs a look into the store. */
  'topic.guess': { per: 'address', points: 100, seconds: 30, shared: false },
  /** Wrong passwords for one login from one address, then for one login, then from one address. */
  'sign-in.pair': { per: 'key', points: 5, seconds: 300, shared: true },
  'sign-in.login': { per: 'key', points: 50, seconds: 900, shared: true },
  'sign-in.address': { per: 'address', points: 100, seconds: 300, shared: true },
  /** Links that are good once: nobody guesses 256 bits, but each that is used makes a password hash. */
  'one-time-link': { per: 'address', points: 60, seconds: 300, shared: true },
  /** Accounts that somebody makes for themselves: a class may sit behind one address, and each costs a password hash. */
  applicant: { per: 'address', points: 40, seconds: 3_600, shared: true },
  /** Addresses that an account gives: each is sent a mail, and may be somebody else's. */
  'mail.address': { per: 'key', points: 5, seconds: 3_600, shared: true },
  /** Ways to a provider that are begun: each is a row for ten minutes. */
  'identity.begin': { per: 'address', points: 100, seconds: 300, shared: true },
  /** Codes that are sent: each costs whoever runs the hub, may go to somebody else, and can be guessed five times. */
  'phone.code': { per: 'key', points: 5, seconds: 3_600, shared: true },
  'phone.address': { per: 'address', points: 60, seconds: 3_600, shared: true },
  /** Wrong codes to one number, whoever brings them: with those of each hour alone one in five would be guessed within a year. */
  'phone.guess': { per: 'key', points: 20, seconds: 86_400, shared: true },
  /** Pictures that an account brings, each of which stays in the store. */
  upload: { per: 'key', points: 200, seconds: 86_400, shared: true },
  'link.issue': { per: 'device', points: 30, seconds: 600, shared: false },
  ticket: { per: 'device', points: 30, seconds: 60, shared: false },
  message: { per: 'device', points: 20, seconds: 10, shared: false },
  retract: { per: 'device', points: 20, seconds: 10, shared: false },
  report: { per: 'device', points: 10, seconds: 600, shared: false },
  appeal: { per: 'device', points: 5, seconds: 600, shared: false },
  reaction: { per: 'device', points: 60, seconds: 10, shared: false },
  join: { per: 'device', points: 60, seconds: 10, shared: false },
  track: { per: 'device', points: 100, seconds: 30, shared: false },
  /** Each sends requests to somebody else's server. */
  'link.check': { per: 'device', points: 20, seconds: 60, shared: false },
  beat: { per: 'device', points: 20, seconds: 60, shared: false },
  'watch.report': { per: 'device', points: 12, seconds: 60, shared: false },
} as const satisfies Record<string, LimitKind>;

export type LimitName = keyof typeof limitKinds;
