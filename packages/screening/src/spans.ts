/** A part of a text in UTF-16 units, its end exclusive. */
export type Span = { start: number; end: number };

/** What stands for a masked part, however long it was: its length would tell something. */
const mask = '***';

/** Spans that begin in order, what overlaps as one. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A text with spans masked, in order and not overlapping. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + mask;
    at = end;
  }
  return masked + text.slice(at);
}

/** Where a span of a text lies once `masks` are masked in it: what was masked in part is the whole mask. */
export function spanAfter({ start, end }: Span, masks: readonly Span[]): Span {
  return { start: placeAfter(start, masks, 0), end: placeAfter(end, masks, mask.length) };
}

/** `within`: where in the mask a place lands that was masked itself. */
function placeAfter(place: number, masks: readonly Span[], within: number): number {
  let shift = 0;
  for (const { start, end } of masks) {
    if (place <= start) break;
    if (place < end) return start + shift + within;
    shift += mask.length - (end - start);
  }
  return place + shift;
}
