/**
 * Everything the hub's features tell each other, in the past tense, with what the fact's key names. Whoever
 * hears one reads that row again and does nothing if it has seen the version.
 */
export const facts = {
  'stream.health-changed': 'stream link',
} as const satisfies Record<string, string>;

export type FactName = keyof typeof facts;
