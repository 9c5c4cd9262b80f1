import type { Pinned, pinnedKey } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';

/** Where the words shown come from: everywhere, or one topic. */
export type Filter = 'all' | (string & {});

/** A campaign-wide topic that the room carries. */
export type Carried = { topic: string; title: string };

/**
 * The one carried topic that is heard beside the room: the one that was chosen, else the first. A page joins one at
 * most, whatever its room carries.
 */
export function heardOf(carries: readonly Carried[], chosen: string | undefined): Carried | undefined {
  return carries.find(({ topic }) => topic === chosen) ?? carries[0];
}

/** Named here, so that the page need not carry the contracts for one word. */
const keyOfPinned: typeof pinnedKey = 'pinned';

/** The message that is pinned in a topic. */
export const pinnedIn = (view: TopicView | undefined): Pinned | undefined => view?.state[keyOfPinned] as Pinned | undefined;

/** What was said in each of the topics and is not in their logs, oldest first. */
export function ownIn(views: readonly TopicView[]) {
  const own = views.flatMap((view) => view.own.map((mine) => ({ topic: view.topic, own: mine })));
  return views.length > 1 ? own.sort((one, other) => one.own.at - other.own.at) : own;
}
