import { z } from 'zod';
import { RegionName } from './matrix.js';

/** A region that one may mean, with the one above it. */
export const FoundRegion = RegionName.extend({ above: RegionName.optional() });
export type FoundRegion = z.infer<typeof FoundRegion>;

/** `GET /api/v1/regions?q=`: by name, pinyin, initials or code, the wider first. `isMore`: the search could say more. */
export const FoundRegions = z.object({ items: z.array(FoundRegion), isMore: z.boolean() });
export type FoundRegions = z.infer<typeof FoundRegions>;
