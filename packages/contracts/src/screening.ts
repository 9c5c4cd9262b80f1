import { z } from 'zod';
import { Instant } from './ids.js';
import { RiskLevel, ScreeningAction } from './queue.js';

/** A category's name, as findings carry it. */
export const ScreeningCategory = z.string().regex(/^[a-z][a-z-]{0,31}$/, 'must be a word of [a-z-], at most 32');

/** A listed term and what is done with a message in which it stands. There are no patterns: what a moderator writes is looked for as it is. */
export const ScreeningTerm = z.object({
  id: z.string().regex(/^[a-z0-9._-]{1,64}$/, 'must be of [a-z0-9._-], 1 to 64'),
  term: z.string().trim().min(1).max(64),
  category: ScreeningCategory,
  level: RiskLevel,
  action: ScreeningAction,
});
export type ScreeningTerm = z.infer<typeof ScreeningTerm>;

/** A phrase in which listed terms mean no harm. */
export const ScreeningPhrase = z.object({ phrase: z.string().trim().min(1).max(64) });
export type ScreeningPhrase = z.infer<typeof ScreeningPhrase>;

/** `GET /api/v1/moderation/lists/terms?cursor=&q=&category=`. `version` is that of the lists that judge on the node that answers. */
export const ScreeningTerms = z.object({ items: z.array(ScreeningTerm), next: z.string().optional(), version: z.string() });
export type ScreeningTerms = z.infer<typeof ScreeningTerms>;
/** `GET /api/v1/moderation/lists/allow?cursor=&q=` */
export const ScreeningPhrases = z.object({ items: z.array(ScreeningPhrase), next: z.string().optional(), version: z.string() });
export type ScreeningPhrases = z.infer<typeof ScreeningPhrases>;

/** `POST …/lists/terms` (adds one, or changes the one of this id), `POST …/lists/allow`; `DELETE …/lists/terms/{id}`, `DELETE …/lists/allow/{phrase}`. */
export const ListsChanged = z.object({ terms: z.int(), phrases: z.int() });
export type ListsChanged = z.infer<typeof ListsChanged>;

/** `POST …/lists/import`: rows as they are in a file, each judged on its own. Sent in pieces of at most 500. */
export const ImportLists = z.object({
  /** Says what would happen and changes nothing. */
  dryRun: z.boolean().default(true),
  terms: z.array(z.unknown()).max(500).default([]),
  allow: z.array(z.unknown()).max(500).default([]),
});
export type ImportLists = z.infer<typeof ImportLists>;
/** `row` counts from 0 in its list; nothing is imported while one is refused. */
export const ImportedLists = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.array(z.object({ list: z.enum(['terms', 'allow']), row: z.int(), field: z.string(), problem: z.string() })),
});
export type ImportedLists = z.infer<typeof ImportedLists>;

/** What screening would do with a text by itself. */
export const ScreeningVerdict = z.enum(['pass', ...ScreeningAction.options]);
export type ScreeningVerdict = z.infer<typeof ScreeningVerdict>;

/**
 * `GET …/lists/replay?topic=&before=`: what the lists as they are now would do with the last 200 messages of a topic and the last 200 that
 * were held there. Only what they would treat otherwise: published words that they would not let through, held ones that they would.
 */
export const ReplayedTopic = z.object({
  version: z.string(),
  judged: z.int(),
  items: z.array(
    z.object({
      id: z.uuid(),
      at: Instant,
      text: z.string(),
      was: ScreeningVerdict,
      /** The pipeline and lists that judged then; of published messages it is not kept. */
      wasUnder: z.string().optional(),
      now: ScreeningVerdict,
      rules: z.array(z.string()),
    }),
  ),
  /** Where older messages go on. */
  before: z.int().nullable(),
});
export type ReplayedTopic = z.infer<typeof ReplayedTopic>;
