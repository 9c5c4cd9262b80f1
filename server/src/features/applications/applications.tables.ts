import type { ApplicationState } from '@yunhui/contracts';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who asks for which unit to be entered in the registry. `home`: the region or line whose reviewers decide; `seal`: its upload. */
export const unitApplications = pgTable('unit_applications', {
  id: uuid('id').primaryKey(),
  version: integer('version').notNull().default(1),
  state: text('state').$type<ApplicationState>().notNull().default('waiting'),
  organization: text('organization').notNull(),
  home: text('home').notNull(),
  applicant: uuid('applicant').notNull(),
  note: text('note').notNull(),
  seal: uuid('seal').notNull(),
  appliedAt: instant('applied_at').notNull(),
  decidedAt: instant('decided_at'),
  decidedBy: uuid('decided_by'),
  reason: text('reason'),
});
