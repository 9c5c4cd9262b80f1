/**
 * Everything the hub's features tell each other, in the past tense, with what the fact's key names. Whoever
 * hears one reads that row again and does nothing if it has seen the version.
 */
export const facts = {
  /** Its verdict is another one: a stream has come, failed or come back. */
  'stream.health-changed': 'stream link',
  /** Something was cut off, or is on the air again. */
  'cut.changed': 'cut act',
  /** A unit has a channel of its own, with its first approved activity. */
  'channel.opened': 'channel',
  'session.planned': 'session',
  /** It has another slot, was cancelled, or takes place after all. */
  'session.changed': 'session',
  /** Another list of links: one was added, swapped, removed or taken back. */
  'session.links-changed': 'session',
  /** Somebody was told something in the app. */
  'notice.added': 'notice',
  /** A filing took a step of its workflow. */
  'filing.moved': 'filing',
  /** The programme of a campaign has changed. */
  'release.published': 'release',
  /** 静默 is on there, or off again. */
  'campaign.quiet-changed': 'campaign',
  /** Somebody was warned, muted or banned, and what they said lately is to be hidden. */
  'sanction.placed': 'sanction',
  /** Somebody may do less than before: what they have set up may end with it. */
  'role.taken': 'account',
  /** Recommended by the operators, or not any more. */
  'channel.pick-changed': 'channel',
  /** The demo's sessions of a day, `2026-11-21`, are in the schedule. */
  'programme.laid': 'day',
} as const satisfies Record<string, string>;

export type FactName = keyof typeof facts;
