import { Injectable } from '@nestjs/common';
import type { MailState, NoticeKind } from '@yunhui/contracts';
import { and, desc, eq, inArray, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { TimePlace } from '../../platform/cursor.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { mails } from './mail.tables.js';

export type MailRow = typeof mails.$inferSelect;
export type NewMail = Pick<MailRow, 'id' | 'userId' | 'kind' | 'address' | 'subject' | 'body' | 'html' | 'at'> & {
  notice?: string;
  ending?: string;
};
/** A mail that is this process's to try. */
export type ClaimedMail = Pick<MailRow, 'id' | 'address' | 'subject' | 'body' | 'html' | 'ending' | 'attempts'>;
type SettledMail = { state: MailState; answer: MailRow['answer']; dueAt?: Date };

/** No statement may hold the embedded store for long. */
const slice = 200;

/** Mail that is sent, in Postgres: whatever Redis forgets, what waits here is tried. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: Database) {}

  /** Of one notice somebody has one mail, however often it is heard of. */
  async add(tx: Transaction, mail: NewMail): Promise<void> {
    await tx
      .insert(mails)
      .values({ ...mail, dueAt: mail.at })
      .onConflictDoNothing();
  }

  /**
   * Takes so many of what is due as one more try of each until `until`: then it counts as lost and is taken again. Of two
   * processes one has each.
   */
  async claim(now: Date, until: Date, most: number): Promise<ClaimedMail[]> {
    const at = sql`${now.toISOString()}::timestamptz`;
    return this.database.rows<ClaimedMail>(sql`
      update mails set attempts = attempts + 1, tried_at = ${at}, due_at = ${until.toISOString()}::timestamptz
      where state = 'waiting' and due_at <= ${at} and id in (
        select id from mails where state = 'waiting' and due_at <= ${at} order by due_at, id limit ${most} for update skip locked)
      returning id, address, subject, body, html, ending, attempts`);
  }

  /** Writes down what became of a try, unless it counts as lost and somebody else has taken it since. What arrived keeps no words. */
  async settle(tx: Transaction, { id, attempts }: ClaimedMail, { state, answer, dueAt }: SettledMail, at: Date): Promise<void> {
    await tx
      .update(mails)
      .set({
        state,
        answer,
        ...(dueAt && { dueAt }),
        ...(state === 'delivered' && { subject: '', body: '', html: '' }),
        settledAt: state === 'waiting' ? null : at,
      })
      .where(and(eq(mails.id, id), eq(mails.attempts, attempts), eq(mails.state, 'waiting')));
  }

  /** Somebody wants no mail of other kinds any more, or none at all: what has not arrived of them never does. */
  async forgetUnsent(tx: Transaction, userId: string, kept: readonly NoticeKind[]): Promise<void> {
    await tx
      .delete(mails)
      .where(and(eq(mails.userId, userId), ne(mails.state, 'delivered'), kept.length > 0 ? notInArray(mails.kind, [...kept]) : undefined));
  }

  /** A page of all, the newest first. */
  async page(state: MailState | undefined, after: TimePlace | undefined, limit: number): Promise<MailRow[]> {
    const { at, id } = mails;
    const beyond = after && or(lt(at, new Date(after.at)), and(eq(at, new Date(after.at)), lt(id, after.id)));
    return this.database.drizzle
      .select()
      .from(mails)
      .where(and(state && eq(mails.state, state), beyond))
      .orderBy(desc(at), desc(id))
      .limit(limit);
  }

  /** Has those tried anew, from the first try on, that were dead at that moment: this one, or so many of all; how many they were. */
  async sendAgain(tx: Transaction, id: string | undefined, at: Date): Promise<number> {
    const dead = tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.state, 'dead'), lte(mails.settledAt, at), id === undefined ? undefined : eq(mails.id, id)))
      .limit(slice);
    const again = await tx
      .update(mails)
      .set({ state: 'waiting', attempts: 0, dueAt: at, settledAt: null })
      .where(and(inArray(mails.id, dead), eq(mails.state, 'dead')))
      .returning({ id: mails.id });
    return again.length;
  }

  /** Forgets what arrived, or died, before then, so many at a time; how many they were. */
  async forgetSettled(before: Date): Promise<number> {
    const old = this.database.drizzle
      .select({ id: mails.id })
      .from(mails)
      .where(and(ne(mails.state, 'waiting'), lt(mails.settledAt, before)))
      .limit(slice);
    const gone = await this.database.drizzle.delete(mails).where(inArray(mails.id, old)).returning({ id: mails.id });
    return gone.length;
  }
}
