import type { LobbyChannel } from '@yunhui/contracts';
import { fitTile, type OnAir, roundedViewers } from '@yunhui/domain';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';

/** What the lobby shows of a channel. What is not there has no key: a tile is compared, and sent, by its keys. */
export function tileOf(card: ChannelCard, { session, state, late }: OnAir<PlannedSession>, viewers: number): LobbyChannel {
  const { slug, title, titleEn, region, host, roundTheClock, sample } = card;
  return fitTile({
    slug,
    title,
    titleEn,
    region: region.key,
    ...(host && { host }),
    state,
    ...(late && { late }),
    ...(session && { session: sessionOn(session) }),
    viewers: roundedViewers(viewers),
    ...(roundTheClock && { roundTheClock }),
    ...(sample && { sample }),
  });
}

function sessionOn({ id, title, form, start, end, repeat }: PlannedSession): NonNullable<LobbyChannel['session']> {
  return { id, title, form, start, end, ...(repeat && { repeat }) };
}
