import type { AxisStretch } from '@yunhui/contracts';

const hourMs = 3_600_000;

/** Where a stretch is drawn, in percent of the axis. `past` programme has been on, `plan` is to come. */
export type AxisPart = { key: number; look: 'past' | 'plan' | 'filler' | 'gap'; left: number; width: number };

export const percentOf = (at: number, { from, to }: { from: number; to: number }): number =>
  (Math.min(Math.max(at, from), to) - from) / ((to - from) / 100);

/** The stretches as they are drawn. What runs now is drawn as two: what has been on, and what is still planned. */
export function partsOf(stretches: readonly AxisStretch[], axis: { from: number; to: number }, now: number): readonly AxisPart[] {
  return stretches.flatMap(({ from, to, kind }) => {
    const part = (start: number, end: number, look: AxisPart['look']): AxisPart[] => {
      const left = percentOf(start, axis);
      const width = percentOf(end, axis) - left;
      return width > 0 ? [{ key: start, look, left, width }] : [];
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
