import type { LinkSeen, LinkTrouble } from '@yunhui/contracts';

/** How one link has played for this viewer since the page was opened. Times in ms of the page's stopwatch. */
export type LinkStory = {
  askedAt: number;
  /** From asking for it to its first picture, the last time it was begun. */
  firstFrameMs?: number;
  /** Its picture moved last; none: not since it was asked for. */
  movedAt?: number;
  stoodSince?: number;
  stalls: number;
  stalledMs: number;
  errors: number;
  trouble?: LinkTrouble;
};

/** By the link's id. */
export type Stories = ReadonlyMap<string, LinkStory>;

export const noStories: Stories = new Map();

const blank = { stalls: 0, stalledMs: 0, errors: 0 };
const changed = (stories: Stories, link: string, story: LinkStory): Stories => new Map(stories).set(link, story);
const stoodMs = ({ stoodSince }: LinkStory, now: number): number => (stoodSince === undefined ? 0 : now - stoodSince);

/** A link is tried, for the first time or again. */
export function afterAsking(stories: Stories, link: string, now: number): Stories {
  const { stalls, stalledMs, errors, trouble } = { trouble: undefined, ...(stories.get(link) ?? blank) };
  return changed(stories, link, { stalls, stalledMs, errors, trouble, askedAt: now });
}

/** The picture moves: for the first time, or it stood until now. */
export function afterMove(stories: Stories, link: string, now: number): Stories {
  const story = stories.get(link);
  if (!story) return stories;
  const { stoodSince: _, firstFrameMs = Math.round(now - story.askedAt), ...rest } = story;
  return changed(stories, link, { ...rest, firstFrameMs, movedAt: now, stalledMs: story.stalledMs + stoodMs(story, now) });
}

/** The picture stands. What has not begun yet does not stall: it is late. */
export function afterStanding(stories: Stories, link: string, now: number): Stories {
  const story = stories.get(link);
  if (story?.movedAt === undefined || story.stoodSince !== undefined) return stories;
  return changed(stories, link, { ...story, stoodSince: now, stalls: story.stalls + 1 });
}

/** The link is given up. */
export function afterTrouble(stories: Stories, link: string, trouble: LinkTrouble, now: number): Stories {
  const story = stories.get(link);
  if (!story) return stories;
  const { stoodSince: _, movedAt: __, ...rest } = story;
  return changed(stories, link, { ...rest, trouble, errors: story.errors + 1, stalledMs: story.stalledMs + stoodMs(story, now) });
}

/** What plays moved a moment ago: the eye on the picture looks twice a second. */
const movesWithinMs = 3_000;
const playsAt = ({ movedAt, stoodSince }: LinkStory, now: number): boolean =>
  movedAt !== undefined && stoodSince === undefined && now - movedAt < movesWithinMs;

/** What was told of the links, and when. */
export type Told = { stories: Stories; at: number };

/** What is new of each link since then, and of what plays that it does. Nothing of a link on which nothing happened. */
export function reportSince({ stories: before, at }: Told, stories: Stories, now: number): LinkSeen[] {
  return [...stories].flatMap(([link, story]) => {
    const told = before.get(link);
    const [plays, played] = [playsAt(story, now), told !== undefined && playsAt(told, at)];
    const news = {
      stalls: story.stalls - (told?.stalls ?? 0),
      stalledMs: Math.round(story.stalledMs - (told?.stalledMs ?? 0)),
      errors: story.errors - (told?.errors ?? 0),
    };
    if (!plays && !played && news.errors === 0) return [];
    const { firstFrameMs, trouble } = story;
    const isNew = plays && firstFrameMs !== undefined && told?.firstFrameMs !== firstFrameMs;
    return [{ link, plays, ...news, ...(isNew && { firstFrameMs }), ...(news.errors > 0 && trouble && { trouble }) }];
  });
}

/** When to tell, after what, by lot: thousands see the same at once. What fails is told soon, so that others are spared it. */
export function tellsAfterMs(why: 'begins' | 'plays' | 'fails', lot: number): number {
  if (why === 'fails') return 300 + 1_200 * lot;
  return why === 'begins' ? 2_000 + 4_000 * lot : 24_000 + 12_000 * lot;
}
