import { z } from 'zod';
import { HubError } from './hub-error.js';

/** Where a page of rows in order of time ended. */
const TimePlace = z.object({ at: z.iso.datetime(), id: z.uuid() });
export type TimePlace = z.infer<typeof TimePlace>;

/** The opaque text that goes back as `cursor` for the page after a place. */
export const written = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url');

export const writtenTime = ({ at, id }: TimePlace): string => written({ at: new Date(at).toISOString(), id });

/** The place that somebody sends back; what no page ever gave is refused. */
export function readCursor<Place>(shape: z.ZodType<Place>, text: string): Place {
  const parsed = shape.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) throw new HubError('cursor.refused', { field: 'cursor' });
  return parsed.data;
}

/** The same of a page in order of time. */
export const readTime = (text: string): TimePlace => readCursor(TimePlace, text);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
