import { Injectable } from '@nestjs/common';
import { and, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { demoContent, demoDays } from './demo.tables.js';

export type DemoContent = typeof demoContent.$inferInsert;

@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /** Whether this very data has been brought in, to the end. */
  async isImported(digest: string): Promise<boolean> {
    const marks = await this.database.drizzle
      .select({ key: demoContent.key })
      .from(demoContent)
      .where(and(eq(demoContent.kind, 'import'), eq(demoContent.key, digest)));
    return marks.length > 0;
  }

  async noteImport(digest: string, at: Date): Promise<void> {
    await this.database.drizzle
      .insert(demoContent)
      .values({ kind: 'import', key: digest, position: 0, content: { at: at.toISOString() } })
      .onConflictDoNothing();
  }

  async keepContent(tx: Transaction, rows: readonly DemoContent[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(demoContent)
        .values([...rows])
        .onConflictDoNothing();
  }

  async isLaid(day: string): Promise<boolean> {
    const days = await this.database.drizzle.select({ day: demoDays.day }).from(demoDays).where(eq(demoDays.day, day));
    return days.length > 0;
  }

  /** False: another process was first. */
  async noteLaid(tx: Transaction, day: string, at: Date): Promise<boolean> {
    const added = await tx.insert(demoDays).values({ day, laidAt: at }).onConflictDoNothing().returning({ day: demoDays.day });
    return added.length > 0;
  }
}
