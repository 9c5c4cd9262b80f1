import type {
  ActivityForm,
  ActivityState,
  ChangeRequest,
  FormField,
  ReturnCode,
  ReviewScores,
  SupplementContent,
  SupplementMeasured,
  SupplementTime,
  WantedChange,
} from '@yunhui/contracts';
import type { WorkflowEvent } from '@yunhui/domain';
import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * An activity as its host registers it. `home`: the region or line whose subtree may read it. `ladder`: the scopes that
 * review it, lowest first, of which it waits at `level`. `joint`: the homes of its other hosts. `round`: how often it was submitted.
 * `externalId`: its number in the sheet it was imported from.
 * `changeLevel`: the level at which a request for a change waits. `movesAt`: when to look again whether it has moved on by itself.
 */
export const filings = pgTable('filings', {
  id: uuid('id').primaryKey(),
  version: integer('version').notNull().default(1),
  state: text('state').$type<ActivityState>().notNull(),
  organization: text('organization').notNull(),
  campaign: text('campaign').notNull(),
  externalId: text('external_id'),
  home: text('home').notNull(),
  ladder: jsonb('ladder').$type<string[]>().notNull(),
  joint: jsonb('joint').$type<string[]>().notNull().default([]),
  level: integer('level').notNull().default(0),
  round: integer('round').notNull().default(0),
  scope: text('scope').generatedAlwaysAs(sql`ladder->>level`),
  nextScope: text('next_scope').generatedAlwaysAs(sql`ladder->>(level + 1)`),
  form: jsonb('form').$type<ActivityForm>().notNull(),
  filedBy: uuid('filed_by').notNull(),
  publishBy: date('publish_by'),
  escalatesAt: instant('escalates_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  submittedAt: instant('submitted_at'),
  changeLevel: integer('change_level'),
  movesAt: instant('moves_at'),
});

/** Every step that was taken, at the version it made. */
export const filingSteps = pgTable(
  'filing_steps',
  {
    filing: uuid('filing').notNull(),
    version: integer('version').notNull(),
    event: text('event').$type<WorkflowEvent>().notNull(),
    from: text('from_state').$type<ActivityState>().notNull(),
    to: text('to_state').$type<ActivityState>().notNull(),
    level: integer('level').notNull(),
    round: integer('round').notNull(),
    scope: text('scope'),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.filing, table.version] })],
);

/** Why parts of the form came back, by the round that was returned. */
export const filingReasons = pgTable(
  'filing_reasons',
  {
    filing: uuid('filing').notNull(),
    round: integer('round').notNull(),
    field: text('field').$type<FormField>().notNull(),
    code: text('code').$type<ReturnCode>().notNull(),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.filing, table.round, table.field] })],
);

/** The form as it was submitted in each round. */
export const filingSnapshots = pgTable(
  'filing_snapshots',
  {
    filing: uuid('filing').notNull(),
    round: integer('round').notNull(),
    form: jsonb('form').$type<ActivityForm>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.filing, table.round] })],
);

/** Who looks at a filing now. */
export const filingClaims = pgTable('filing_claims', {
  filing: uuid('filing').primaryKey(),
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  until: instant('until').notNull(),
});

/** What each reviewer gives a filing by the four criteria. */
export const filingScores = pgTable(
  'filing_scores',
  {
    filing: uuid('filing').notNull(),
    byId: uuid('by_id').notNull(),
    scores: jsonb('scores').$type<ReviewScores>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.filing, table.byId] })],
);

/** What hosts ask for once an activity is on the programme. `before` and `form`: the form then, and as it is to be. */
export const filingChanges = pgTable('filing_changes', {
  id: uuid('id').primaryKey(),
  filing: uuid('filing').notNull(),
  kind: text('kind').$type<ChangeRequest['kind']>().notNull(),
  wanted: jsonb('wanted').$type<WantedChange>().notNull(),
  form: jsonb('form').$type<ActivityForm>().notNull(),
  before: jsonb('before').$type<ActivityForm>().notNull(),
  reason: text('reason').notNull(),
  state: text('state').$type<ChangeRequest['state'] | 'applied' | 'declined' | 'recalled' | 'overtaken'>().notNull(),
  level: integer('level').notNull().default(0),
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: instant('at').notNull(),
  grantedBy: jsonb('granted_by').$type<{ id: string; name: string }>(),
  settledAt: instant('settled_at'),
});

/**
 * The time in which a host supplements, made when its activity has ended, and what they write. `workerList` is sealed.
 * `reminders`: the days of all of them; `remindAt`: when the next one is due.
 */
export const filingSupplements = pgTable('filing_supplements', {
  filing: uuid('filing').primaryKey(),
  endedOn: date('ended_on').notNull(),
  deadline: date('deadline').notNull(),
  boundBy: jsonb('bound_by').$type<SupplementTime['boundBy']>().notNull(),
  unfinishedIn: jsonb('unfinished_in').$type<string[]>().notNull(),
  locksAt: instant('locks_at').notNull(),
  version: integer('version').notNull().default(1),
  content: jsonb('content').$type<Omit<SupplementContent, 'workerList'>>().notNull(),
  workerList: text('worker_list'),
  measured: jsonb('measured').$type<SupplementMeasured>().notNull(),
  reminders: jsonb('reminders').$type<string[]>().notNull(),
  remindAt: instant('remind_at'),
});

/** What lists of people are sealed with. */
export const listKeys = pgTable('list_keys', {
  kid: text('kid').primaryKey(),
  secret: text('secret').notNull(),
  createdAt: instant('created_at').notNull(),
});
