import type { DemoChannel, DemoProgramme, TemplateSession } from './demo-programme.js';
import { loadDemoData } from './load-demo-data.js';

const roundedToMinutes = 5;

/**
 * The filler 重播 of a channel's day: its first session fit for it, in the middle of its longest gap. So some gaps
 * are bridged and some are not, as on a real channel. Where the sample programme wants nothing at all to be on,
 * nothing is put.
 */
export function repeatsOf(
  channel: DemoChannel,
  deliberateGaps: DemoProgramme['deliberateGaps'] = loadDemoData().programme.deliberateGaps,
): TemplateSession[] {
  const [gap] = channel.daytimeGaps.toSorted((one, other) => other.end - other.start - (one.end - one.start));
  const filler = channel.sessions.find(({ key }) => key === channel.fillers[0]);
  if (!gap || !filler || filler.duration > gap.end - gap.start) return [];
  const middle = gap.start + (gap.end - gap.start - filler.duration) / 2;
  const start = Math.max(gap.start, Math.floor(middle / roundedToMinutes) * roundedToMinutes);
  const end = start + filler.duration;
  const kept = deliberateGaps.some((wanted) => isInScope(channel.region, wanted.scope) && start < wanted.end && wanted.start < end);
  return kept ? [] : [{ ...filler, key: `${filler.key}-r`, start }];
}

/** Whether a region is `scope` or lies below it. */
function isInScope(region: string, scope: string): boolean {
  const { regions } = loadDemoData();
  for (let key: string | null = region; key !== null;) {
    if (key === scope) return true;
    const at: string = key;
    key = regions.find((known) => known.key === at)?.parent ?? null;
  }
  return false;
}
