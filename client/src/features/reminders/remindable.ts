import type { LiveState, LobbyChannel, Session } from '@yunhui/contracts';

/** A session that one may be reminded of, with the channel that shows it. */
export type Remindable = {
  id: string;
  title: string;
  titleEn?: string;
  /** ms since 1970 UTC. */
  startsAt: number;
  endsAt: number;
  channel: RemindableChannel;
  campaign: string;
};

/** What a picture of the reminder says of the channel. */
export type RemindableChannel = { slug: string; region: string; title: string; titleEn: string; sample?: boolean | undefined };

/** What has begun, is over or was taken off needs no reminder. */
export const isRemindable = (state: LiveState): boolean => state === 'scheduled' || state === 'due';

/** A session of a resource as it is remembered. */
export function remindableOf(session: Session, channel: RemindableChannel, campaign: string): Remindable {
  const { id, title, titleEn, startsAt, endsAt } = session;
  return { id, title, ...(titleEn && { titleEn }), startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), channel, campaign };
}

/** What a tile of the lobby shows next, if that has not begun. */
export function remindableTile(tile: LobbyChannel, campaign: string): Remindable | undefined {
  const { slug, region, title, titleEn, sample, session, state } = tile;
  if (!session || !isRemindable(state)) return undefined;
  const { id, start, end } = session;
  return { id, title: session.title, startsAt: start, endsAt: end, channel: { slug, region, title, titleEn, sample }, campaign };
}
