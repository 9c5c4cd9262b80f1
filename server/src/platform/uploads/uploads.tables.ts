import type { UploadKind } from '@yunhui/contracts';
import { customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Pictures that people bring. `subject`: what shows it; one that nothing shows is loose since then. */
export const uploads = pgTable('uploads', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<UploadKind>().notNull(),
  subject: text('subject'),
  uploadedBy: uuid('uploaded_by').notNull(),
  uploadedAt: instant('uploaded_at').notNull(),
  looseSince: instant('loose_since'),
});

/** The widths in which a picture is kept, as WebP. */
export const uploadForms = pgTable(
  'upload_forms',
  { upload: uuid('upload').notNull(), width: integer('width').notNull(), body: bytes('body').notNull() },
  (table) => [primaryKey({ columns: [table.upload, table.width] })],
);
