import { z } from 'zod';
import { HubError } from '../../../platform/hub-error.js';

/** Where a page of the queue ended: the last item's place, by the time at which the first page was read. */
const Cursor = z.object({ at: z.number(), score: z.number(), sentUs: z.number(), id: z.uuid() });
export type Cursor = z.infer<typeof Cursor>;

export const written = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** What somebody sends back; anything that is no cursor of ours is refused. */
export function readCursor(text: string): Cursor {
  const parsed = Cursor.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) throw new HubError('cursor.refused', { field: 'cursor' });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
