import type { Delivery, Grant, WebhookEvent } from '@yunhui/contracts';

/** What a webhook can be told of, in the order in which it is offered. */
export const events = [
  'filing.moved',
  'session.planned',
  'session.changed',
  'session.links-changed',
  'stream.health-changed',
  'release.published',
] as const satisfies readonly WebhookEvent[];

/** Whether webhooks are somebody's. The hub judges each request itself. */
export const mayKeepWebhooks = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'operator');

/** The regions for which somebody keeps webhooks: their own, and with the country every province-level unit. */
export function scopesFor(grants: readonly Grant[], provinces: readonly string[]): readonly string[] {
  const own = new Set(grants.flatMap(({ role, region }) => (role === 'operator' ? region : [])));
  return own.has('CN') ? [...new Set(['CN', ...provinces, ...own])] : [...own];
}

/** What an address is called in a list: its note, or else its host. */
export const titleOf = ({ note, url }: { note: string; url: string }): string => note || hostOf(url);

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** How a delivery stands: not tried yet, tried in vain and tried again, arrived, or given up. */
export type Standing = 'new' | 'again' | 'delivered' | 'dead';
export const standingOf = ({ state, answer }: Pick<Delivery, 'state' | 'answer'>): Standing =>
  state === 'waiting' ? (answer ? 'again' : 'new') : state;
