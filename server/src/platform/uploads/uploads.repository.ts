import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, inArray, isNull, lte, notInArray } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import type { DrawnForm } from './drawing.js';
import { uploadForms, uploads } from './uploads.tables.js';

export type UploadRow = typeof uploads.$inferSelect;
/** What shows pictures of a kind. */
export type Subject = Pick<UploadRow, 'kind'> & { subject: string };

/** Pictures that people bring, in Postgres: they are backed up with what they belong to, and every node has them. */
@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  async add(row: UploadRow, forms: readonly DrawnForm[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.insert(uploads).values(row);
      await tx.insert(uploadForms).values(forms.map((form) => ({ upload: row.id, ...form })));
    });
  }

  async byId(id: string): Promise<UploadRow | undefined> {
    const [row] = await this.database.drizzle.select().from(uploads).where(eq(uploads.id, id));
    return row;
  }

  /** A picture in a width, or the widest below it. */
  async form(upload: string, width: number): Promise<Buffer | undefined> {
    const [row] = await this.database.drizzle
      .select({ body: uploadForms.body })
      .from(uploadForms)
      .where(and(eq(uploadForms.upload, upload), lte(uploadForms.width, width)))
      .orderBy(desc(uploadForms.width))
      .limit(1);
    return row?.body;
  }

  /** These, so that nobody forgets or takes them until the transaction ends. */
  async locked(tx: Transaction, ids: readonly string[]): Promise<UploadRow[]> {
    if (ids.length === 0) return [];
    return tx
      .select()
      .from(uploads)
      .where(inArray(uploads.id, [...ids]))
      .orderBy(asc(uploads.id))
      .for('update');
  }

  /** From now on a subject shows these and no others. */
  async hold(tx: Transaction, { kind, subject }: Subject, ids: readonly string[], at: Date): Promise<void> {
    const ofSubject = and(eq(uploads.kind, kind), eq(uploads.subject, subject));
    const others = and(ofSubject, isNull(uploads.looseSince), ids.length > 0 ? notInArray(uploads.id, [...ids]) : undefined);
    await tx.update(uploads).set({ looseSince: at }).where(others);
    if (ids.length > 0)
      await tx
        .update(uploads)
        .set({ subject, looseSince: null })
        .where(inArray(uploads.id, [...ids]));
  }

  /** Forgets what nothing shows since before a moment. */
  async forgetLoose(before: Date): Promise<void> {
    await this.database.drizzle.delete(uploads).where(lte(uploads.looseSince, before));
  }
}
