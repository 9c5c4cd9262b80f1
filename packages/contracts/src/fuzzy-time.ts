import { z } from 'zod';
import { Instant } from './ids.js';

/** A calendar day of Asia/Shanghai, `2026-11-21`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

const days = { from: Day, to: Day, tentative: z.boolean() };

/**
 * When, as exactly as somebody knows: precision is data, and a fuzzy time is never shown as 00:00. Both days are
 * inclusive. `tenDay`: whole ten-day periods 旬; `month`: whole months; `range`: any days.
 */
export const FuzzyTime = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('exact'), startsAt: Instant, endsAt: Instant, tentative: z.boolean() }),
  z.object({ precision: z.literal('day'), ...days }),
  z.object({ precision: z.literal('tenDay'), ...days }),
  z.object({ precision: z.literal('month'), ...days }),
  z.object({ precision: z.literal('range'), ...days }),
]);
export type FuzzyTime = z.infer<typeof FuzzyTime>;
