import type { QueueItem } from '@yunhui/contracts';

/** A part of a text, and whether something was found in it. */
export type TextPart = { text: string; found: boolean };

/** A text cut at what screening found in it. Findings may lie over each other; what lies outside of the text is left out. */
export function partsOf({ text, findings }: Pick<QueueItem, 'text' | 'findings'>): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of findings.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)];
    if (from >= to) continue;
    if (from > at) parts.push({ text: text.slice(at, from), found: false });
    parts.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), found: false }] : parts;
}
