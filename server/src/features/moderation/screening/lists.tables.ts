import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

export const screeningTerms = pgTable('screening_terms', {
  id: text('id').primaryKey(),
  term: text('term').notNull(),
  category: text('category').notNull(),
  level: integer('level').$type<0 | 1 | 2 | 3 | 4>().notNull(),
  action: text('action', { enum: ['mask', 'hold', 'reject', 'mute'] }).notNull(),
});

export const screeningPhrases = pgTable('screening_phrases', { phrase: text('phrase').primaryKey() });

/** One row: its version rises with every change of the lists, in the same transaction. */
export const screeningHead = pgTable('screening_head', {
  onlyOne: boolean('only_one').primaryKey().default(true),
  version: bigint('version', { mode: 'number' }).notNull(),
});
