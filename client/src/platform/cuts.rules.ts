import type { ChannelCut, Cut } from '@yunhui/contracts';

/** A place that plays, as far as a cut may mean it. */
type Place = { slug: string; region: string; session?: string | undefined };

/** Whether a place is off the air as a whole: itself, its region, or what is on it. */
export function isOff(cuts: readonly Cut[], { slug, region, session }: Place): boolean {
  return cuts.some(({ target, id, within }) => {
    if (target === 'channel') return id === slug;
    if (target === 'region') return id === region || (within?.includes(region) ?? false);
    return target === 'session' && id === session;
  });
}

/** The links that are off the air by themselves. */
export const linksOff = (cuts: readonly Cut[]): readonly string[] => cuts.flatMap(({ target, id }) => (target === 'link' ? id : []));

/** What a room's state says of its channel, as cuts: for pages that no socket tells. */
export function cutsOf(said: unknown, slug: string): readonly Cut[] {
  if (typeof said !== 'object' || said === null) return [];
  const { whole, sessions = [], links = [] } = said as ChannelCut;
  return [
    ...(whole ? [{ target: 'channel' as const, id: slug, on: true }] : []),
    ...sessions.map((id) => ({ target: 'session' as const, id, on: true })),
    ...links.map((id) => ({ target: 'link' as const, id, on: true })),
  ];
}
