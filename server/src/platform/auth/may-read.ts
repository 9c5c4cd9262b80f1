import { may } from './policy.js';
import { type RegionPath, shortRegionPath } from './region-path.js';
import type { Viewer } from './viewer.js';

/** Who a topic is for, as its row says. */
export type Audience = 'public' | 'staff' | 'owner';

/**
 * Whether somebody may read a topic. Joins, frames, snapshots, histories, feeds and embeds all ask
 * here: there is no second way to read one. A topic whose kind is not named here is read by nobody
 * but the public.
 */
export function mayRead(
  viewer: Pick<Viewer, 'user'>,
  topic: string,
  audience: Audience,
  regionPath: RegionPath = shortRegionPath,
): boolean {
  if (audience === 'public') return true;
  const [kind, part = ''] = topic.split(':', 2);
  const region = part.toUpperCase();
  if (kind === 'queue' && audience === 'staff') return may(viewer, { action: 'read', on: 'Queue', region }, regionPath);
  if (kind === 'desk' && audience === 'staff') return may(viewer, { action: 'read', on: 'Desk', region }, regionPath);
  return kind === 'inbox' && audience === 'owner' && viewer.user?.id === part;
}
