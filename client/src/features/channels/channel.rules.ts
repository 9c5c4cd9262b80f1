import type { Channel, Cut, LobbyChannel } from '@yunhui/contracts';
import { isOff, linksOff } from '../../platform/cuts.rules.js';

/** Whether the session that was read is another one, has another slot, or was cancelled since. */
function isAnother(read: Channel['current'], now: LobbyChannel['session']): boolean {
  if (!read || !now) return read?.id !== now?.id;
  const sameSlot = now.start === Date.parse(read.startsAt) && now.end === Date.parse(read.endsAt);
  return now.id !== read.id || !sameSlot || (now.cancelled ?? false) !== (read.cancelled !== undefined);
}

/** Whether the resource that was read still fits what the room's topic says: another state, session or list means other links. */
export function isOutdated(channel: Channel, tile: LobbyChannel | undefined): boolean {
  if (!tile) return false;
  if (tile.session && (tile.session.links ?? 0) !== (channel.linksVersion ?? 0)) return true;
  return tile.state !== channel.state || (tile.late ?? false) !== channel.late || isAnother(channel.current, tile.session);
}

/** The channel as it is now. The topic is ahead of the resource in everything it carries; the rest is the resource's. */
export function currentChannel(channel: Channel, tile: LobbyChannel | undefined): Channel {
  if (!tile) return channel;
  const now = { ...channel, state: tile.state, late: tile.late ?? false, viewers: tile.viewers };
  const { session } = tile;
  if (!session || session.id === channel.current?.id) return now;
  // Another session has come on; until the resource is read again its title and times are known from the tile.
  const known = channel.today.find(({ id }) => id === session.id);
  const times = { startsAt: new Date(session.start).toISOString(), endsAt: new Date(session.end).toISOString() };
  return {
    ...now,
    current: {
      ...times,
      id: session.id,
      channel: channel.slug,
      title: session.title,
      form: session.form,
      ...known,
      state: tile.state,
      late: now.late,
    },
  };
}

/** The room's state key `channel`. */
export function tileIn(value: unknown): LobbyChannel | undefined {
  return typeof value === 'object' && value !== null && 'slug' in value && 'state' in value ? (value as LobbyChannel) : undefined;
}

/** The channel without what was cut off: blocked as a whole, or with fewer links. */
export function applyCuts(channel: Channel, cuts: readonly Cut[]): Channel {
  if (cuts.length === 0) return channel;
  const { slug, region, current } = channel;
  if (isOff(cuts, { slug, region: region.key, session: current?.id })) return { ...channel, state: 'blocked', links: [] };
  const off = linksOff(cuts);
  return off.length === 0 ? channel : { ...channel, links: channel.links.filter(({ id }) => !off.includes(id)) };
}
