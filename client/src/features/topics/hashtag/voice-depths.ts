import type { HashtagPage } from '@yunhui/contracts';
import { provinces, type ProvinceElement } from '../../../ui/element/elements.js';

/** How deep a tile is coloured: 0 nobody, 4 most. */
export type Depth = 0 | 1 | 2 | 3 | 4;
export type Voice = ProvinceElement & { posts: number; depth: Depth };

/** Every province-level unit in its fixed order with what is said from there; the depth goes by the share of the most talkative. */
export function voicesOf(spoken: HashtagPage['spoken']): readonly Voice[] {
  const posts = new Map(spoken.map(({ region, posts: count }) => [region, count]));
  const most = Math.max(1, ...posts.values());
  return provinces.map((province) => {
    const count = posts.get(province.key) ?? 0;
    return { ...province, posts: count, depth: Math.ceil((4 * count) / most) as Depth };
  });
}
