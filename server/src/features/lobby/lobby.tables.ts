import type { LobbyChannel } from '@yunhui/contracts';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** What the lobby shows of each channel. `version` rises only with another tile: it orders the writers of topic state. */
export const lobbyTiles = pgTable('lobby_tiles', {
  channel: text('channel').primaryKey(),
  campaign: text('campaign').notNull(),
  version: integer('version').notNull(),
  tile: jsonb('tile').$type<LobbyChannel>().notNull(),
});
