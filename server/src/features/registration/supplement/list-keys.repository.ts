import { Injectable } from '@nestjs/common';
import { desc } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import { listKeys } from '../registration.tables.js';

export type ListKey = { kid: string; secret: Uint8Array };

/** The keys of lists, in Postgres, so that every node opens what another has sealed. */
@Injectable()
export class ListKeysRepository {
  constructor(private readonly database: Database) {}

  /** All there are, the newest first. */
  async all(): Promise<ListKey[]> {
    const rows = await this.database.drizzle.select().from(listKeys).orderBy(desc(listKeys.createdAt), desc(listKeys.kid));
    return rows.map(({ kid, secret }) => ({ kid, secret: Buffer.from(secret, 'base64url') }));
  }

  async add({ kid, secret }: ListKey, createdAt: Date): Promise<void> {
    await this.database.drizzle.insert(listKeys).values({ kid, secret: Buffer.from(secret).toString('base64url'), createdAt });
  }
}
