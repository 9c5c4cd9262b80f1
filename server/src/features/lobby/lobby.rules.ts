import type { Heat, LobbyChannel } from '@yunhui/contracts';
import { clipText, fitTile, type OnAir, roundedViewers, steadyHeat, stillOf } from '@yunhui/domain';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';
import type { KeptStill } from '../stills/index.js';

/** What is counted of a channel, and what it looks like, beside what it plays. */
export type Measured = { viewers: number; heat?: Heat; stills?: readonly KeptStill[] };
export const unmeasured: Measured = { viewers: 0 };

/** A tile has little room, and its titles come first: the whole reason stands in the schedule. */
const reasonBytes = 96;

/** What a room's counters said at a moment in ms; both only rise. */
export type Sample = { at: number; messages: number; reactions: number };
export type Pace = { messagesPerMin: number; reactionsPerMin: number };

/** The pace over the samples of the last minute. A counter that fell was lost, and has no pace until the next look. */
export function paceOf(samples: readonly Sample[]): Pace {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at <= first.at) return { messagesPerMin: 0, reactionsPerMin: 0 };
  const minutes = Math.max(1, (last.at - first.at) / 60_000); // what has been seen for ten seconds is not a minute's pace
  return {
    messagesPerMin: Math.max(0, last.messages - first.messages) / minutes,
    reactionsPerMin: Math.max(0, last.reactions - first.reactions) / minutes,
  };
}

/**
 * What the lobby shows of a channel. What is not there has no key: a tile is compared, and sent, by its keys.
 * Heat is of the live only, and stays as `shown` before while it only breathes.
 */
export function tileOf(
  card: ChannelCard,
  { session, state, late }: OnAir<PlannedSession>,
  { viewers, heat, stills = [] }: Measured,
  shown?: Pick<LobbyChannel, 'heat'>,
): LobbyChannel {
  const { slug, title, titleEn, region, host, picked, roundTheClock, sample } = card;
  const steady = state === 'live' && heat ? steadyHeat(shown?.heat, heat) : undefined;
  const still = state === 'live' ? stillOf(stills, roundTheClock ? undefined : session?.id) : undefined;
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
    ...(steady && steady.score > 0 && { heat: steady }),
    ...(still && { still: { id: still.id, at: still.at } }),
    ...(picked && { pick: true }),
    ...(roundTheClock && { roundTheClock }),
    ...(sample && { sample }),
  });
}

function sessionOn(session: PlannedSession): NonNullable<LobbyChannel['session']> {
  const { id, title, form, start, end, repeat, announcedAt, cancelled, postponed, changeReason, linksVersion } = session;
  return {
    id,
    title,
    form,
    start,
    end,
    ...(repeat && { repeat }),
    ...(announcedAt !== undefined && { movedFrom: announcedAt }),
    ...(cancelled && { cancelled }),
    ...(postponed && { postponed }),
    ...(changeReason !== undefined && { reason: clipText(changeReason, reasonBytes) }),
    ...(linksVersion !== undefined && { links: linksVersion }),
  };
}
