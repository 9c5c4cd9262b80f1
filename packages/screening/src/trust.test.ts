import { describe, expect, test } from 'vitest';
import { trustOf, type AuthorRecord } from './trust.js';

const now = 1_700_000_000_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const anAuthor = (more: Partial<AuthorRecord> = {}): AuthorRecord => ({
  firstSeenAt: now - dayMs,
  published: 10,
  isVerifiedOrganization: false,
  publishedLately: 10,
  retractedLately: 0,
  ...more,
});

describe('an author', () => {
  test.each([
    ['seen for the first time nine minutes ago is new', { firstSeenAt: now - 9 * minuteMs }, 0],
    ['seen ten minutes ago is known', { firstSeenAt: now - 10 * minuteMs }, 1],
    ['with two published messages is new', { published: 2 }, 0],
    ['with three is known', { published: 3 }, 1],
    ['that is a verified organization is trusted from the start', { isVerifiedOrganization: true, firstSeenAt: now, published: 0 }, 2],
    ['with 50 published messages of late is trusted', { published: 50, publishedLately: 50 }, 2],
    ['with 49 is known', { published: 49, publishedLately: 49 }, 1],
    ['of whose messages one in a hundred was retracted is known', { published: 100, publishedLately: 100, retractedLately: 1 }, 1],
    ['of whose messages one in 101 was retracted is trusted', { published: 101, publishedLately: 101, retractedLately: 1 }, 2],
    ['retracted within a day is new again', { retractedAt: now - dayMs + 1, publishedLately: 500 }, 0],
    ['retracted within a day is new again, though verified', { retractedAt: now - 1, isVerifiedOrganization: true }, 0],
    ['retracted a day ago is what they were', { retractedAt: now - dayMs }, 1],
  ] as const)('%s', (_sentence, more, trust) => {
    expect(trustOf(anAuthor(more), now)).toBe(trust);
  });
});
