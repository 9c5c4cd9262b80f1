import type { ReactionName } from '@yunhui/contracts';

/** Somebody reacted: what the picture of the topic may show. */
type Burst = { topic: string; name: ReactionName; count: number };

const listeners = new Set<(burst: Burst) => void>();

/** From the bar to the picture, which stand in different places of the page. Nothing is kept: a burst is seen or it is not. */
export const burst = {
  tell: (news: Burst): void => {
    for (const heard of listeners) heard(news);
  },
  listen: (heard: (news: Burst) => void): (() => void) => {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  },
};
