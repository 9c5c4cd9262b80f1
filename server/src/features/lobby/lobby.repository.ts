import { Injectable } from '@nestjs/common';
import type { LobbyChannel } from '@yunhui/contracts';
import { inArray, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { lobbyTiles } from './lobby.tables.js';

export type KeptTile = { channel: string; campaign: string; version: number; tile: LobbyChannel };

@Injectable()
export class LobbyRepository {
  constructor(private readonly database: Database) {}

  /** Nobody else renews tiles until the transaction ends: an older reading cannot be written over a newer one. */
  async takeTurn(tx: Transaction): Promise<void> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lobby'))`);
  }

  /** The tiles of these channels, or all. */
  async ofChannels(channels?: readonly string[], on: Transaction | Database['drizzle'] = this.database.drizzle): Promise<KeptTile[]> {
    return on
      .select()
      .from(lobbyTiles)
      .where(channels ? inArray(lobbyTiles.channel, [...channels]) : undefined);
  }

  async ofCampaigns(campaigns: readonly string[]): Promise<KeptTile[]> {
    if (campaigns.length === 0) return [];
    return this.database.drizzle
      .select()
      .from(lobbyTiles)
      .where(inArray(lobbyTiles.campaign, [...campaigns]));
  }

  async write(tx: Transaction, tiles: readonly KeptTile[]): Promise<void> {
    if (tiles.length === 0) return;
    await tx
      .insert(lobbyTiles)
      .values([...tiles])
      .onConflictDoUpdate({
        target: lobbyTiles.channel,
        set: { campaign: sql`excluded.campaign`, version: sql`excluded.version`, tile: sql`excluded.tile` },
      });
  }
}
