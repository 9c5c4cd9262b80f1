import { z } from 'zod';
import { LiveState, Speciality } from './channels.js';
import { Millis, RegionKey, TopicName } from './ids.js';
import { LobbyChannel } from './lobby.js';

/** The nine states of a tile: the seven of its channel, 有品 (a speciality and nothing planned) and 待上线 (nothing yet). */
export const MatrixState = z.enum([...LiveState.options, 'speciality', 'empty']);
export type MatrixState = z.infer<typeof MatrixState>;

/** A region by the names the screens need. */
export const RegionName = z.object({ key: RegionKey, name: z.string(), nameEn: z.string().optional(), abbr: z.string().optional() });
export type RegionName = z.infer<typeof RegionName>;

/** One tile: a region of the level, and what it has. */
export const MatrixTile = RegionName.extend({
  kind: z.string(),
  /** GB/T 2260; 兵团 and functional zones have none. */
  code: z.string().optional(),
  /** Its place in the schematic 9 × 9 grid; only the province level has one. */
  at: z.object({ row: z.int(), col: z.int() }).optional(),
  /** Whether it counts in coverage, gaps and "which has nothing today". */
  coverageTarget: z.boolean(),
  state: MatrixState,
  /** Its matrix channel, or where there is none the channel of the region nearest to air. */
  channel: LobbyChannel.optional(),
  speciality: Speciality.optional(),
  /** Today's sessions in the region and everything below it. */
  sessionsToday: z.int(),
  /** Channels live now in the region and everything below it. */
  liveNow: z.int(),
  /** Regions directly below it that have a tile of their own when one drills down. */
  children: z.int(),
});
export type MatrixTile = z.infer<typeof MatrixTile>;

/** `GET /api/v1/campaigns/{slug}/matrix?parent=`: the tiles of a level, in fixed order. Without `parent` the province level. */
export const Matrix = z.object({
  /** Changes of the channels shown come as this topic's state, keys being their slugs. */
  topic: TopicName,
  epoch: z.string(),
  seq: z.int(),
  rev: z.int(),
  at: Millis,
  /** From the country down to the level's own region. */
  path: z.array(RegionName),
  tiles: z.array(MatrixTile),
});
export type Matrix = z.infer<typeof Matrix>;
