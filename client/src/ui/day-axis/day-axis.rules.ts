import type { AxisStretch } from '@yunhui/contracts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

export const minutesOf = ({ from, to }: AxisGap): number => Math.round((to - from) / minuteMs);

/** Where a stretch is drawn, in percent of the axis. `past` programme has been on, `plan` is to come. */
export type AxisPart = { key: number; look: 'past' | 'plan' | 'filler' | 'gap'; left: number; width: number; minutes: number };

/** A gap 空档, [from, to). */
export type AxisGap = { from: number; to: number };
/** Where a gap is pressed, in percent of the axis. */
export type GapTarget = { left: number; width: number; gaps: readonly AxisGap[] };

export const percentOf = (at: number, { from, to }: { from: number; to: number }): number =>
  (Math.min(Math.max(at, from), to) - from) / ((to - from) / 100);

/** The stretches as they are drawn. What runs now is drawn as two: what has been on, and what is still planned. */
export function partsOf(stretches: readonly AxisStretch[], axis: { from: number; to: number }, now: number): readonly AxisPart[] {
  return stretches.flatMap(({ from, to, kind }) => {
    const part = (start: number, end: number, look: AxisPart['look']): AxisPart[] => {
      const left = percentOf(start, axis);
      const width = percentOf(end, axis) - left;
      return width > 0 ? [{ key: start, look, left, width, minutes: minutesOf({ from: start, to: end }) }] : [];
    };
    if (kind !== 'programme') return part(from, to, kind);
    const reached = Math.min(Math.max(now, from), to);
    return [...part(from, reached, 'past'), ...part(reached, to, 'plan')];
  });
}

/** Every second whole hour from the first of the axis on. */
export function ticksOf({ from, to }: { from: number; to: number }): readonly number[] {
  const first = Math.ceil(from / hourMs) * hourMs;
  return Array.from({ length: Math.floor((to - first) / (2 * hourMs)) + 1 }, (_, place) => first + place * 2 * hourMs);
}

/**
 * What a finger can hit: every target is at least `least` percent wide and within the axis, and gaps so near that their
 * targets would lie on each other share one. In order.
 */
export function gapTargets(gaps: readonly AxisGap[], axis: AxisGap, least: number): readonly GapTarget[] {
  const targets: GapTarget[] = [];
  for (const gap of gaps) {
    const before = targets.at(-1);
    const own = targetOf([gap], axis, least);
    if (before && before.left + before.width > own.left) targets.splice(-1, 1, targetOf([...before.gaps, gap], axis, least));
    else targets.push(own);
  }
  return targets;
}

function targetOf(gaps: readonly AxisGap[], axis: AxisGap, least: number): GapTarget {
  const start = percentOf(gaps[0]?.from ?? axis.from, axis);
  const end = percentOf(gaps.at(-1)?.to ?? axis.to, axis);
  const width = Math.min(100, Math.max(end - start, least));
  const left = Math.min(Math.max(0, (start + end - width) / 2), 100 - width);
  return { left, width, gaps };
}
