import { z } from 'zod';

/** A term of the demo's lists; all of them are invented for measuring screening. */
export const DemoTerm = z.object({
  id: z.string(),
  term: z.string(),
  category: z.string(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  action: z.enum(['mask', 'hold', 'reject', 'mute']),
});
export type DemoTerm = z.infer<typeof DemoTerm>;

/** A phrase that contains listed terms and means no harm. */
export const DemoPhrase = z.object({ phrase: z.string() });
export type DemoPhrase = z.infer<typeof DemoPhrase>;
