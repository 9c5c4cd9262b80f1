import type { LobbyChannel } from '@yunhui/contracts';

/** The value of a state key of the lobby's topic, if it is a channel: keys that a later hub adds are none of ours. */
export function isTile(value: unknown): value is LobbyChannel {
  return typeof value === 'object' && value !== null && 'slug' in value && 'state' in value && 'viewers' in value;
}
