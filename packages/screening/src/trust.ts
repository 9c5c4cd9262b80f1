/** 0 is new, 1 is known, 2 has a name to lose: a verified organization, or somebody who has said much and well. */
export type Trust = 0 | 1 | 2;

/** What is known of an author, in milliseconds and counts; the last two over 30 days. */
export type AuthorRecord = {
  firstSeenAt: number;
  published: number;
  isVerifiedOrganization: boolean;
  publishedLately: number;
  retractedLately: number;
  /** When a moderator last took back something of theirs. */
  retractedAt?: number;
};

const minuteMs = 60_000;
const newForMs = 10 * minuteMs;
const fewestPublished = 3;
const manyPublished = 50;
const mostRetracted = 0.01;
const afterRetractionMs = 24 * 60 * minuteMs;

/**
 * How far an author is trusted at `now`. A retraction outweighs everything for a day, a verified name too:
 * an account that was taken over speaks with the trust of its owner.
 */
export function trustOf(record: AuthorRecord, now: number): Trust {
  const { firstSeenAt, published, isVerifiedOrganization, publishedLately, retractedLately, retractedAt } = record;
  if (retractedAt !== undefined && now - retractedAt < afterRetractionMs) return 0;
  if (isVerifiedOrganization) return 2;
  if (now - firstSeenAt < newForMs || published < fewestPublished) return 0;
  const isProven = publishedLately >= manyPublished && retractedLately / publishedLately < mostRetracted;
  return isProven ? 2 : 1;
}
