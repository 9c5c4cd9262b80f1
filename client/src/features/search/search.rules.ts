import type { SearchHit } from '@yunhui/contracts';

/** As much as the hub reads of a search, in UTF-16 units. */
const MOST_ASKED = 100;
const MOST_RECENT = 8;

/** The order of the groups: what can be watched stands before what only leads there. */
const kindsInOrder = ['channel', 'session', 'organization', 'activity', 'topic'] as const satisfies readonly SearchHit['kind'][];

export type HitGroup = { kind: SearchHit['kind']; hits: readonly SearchHit[] };

/** What is asked of the hub: trimmed, and cut where it would be refused, never within a character. */
export function asked(text: string): string {
  let kept = '';
  for (const character of text.trim()) {
    if (kept.length + character.length > MOST_ASKED) break;
    kept += character;
  }
  return kept.trim();
}

/** Hits by kind; within a kind they keep the order of the hub, which is best first. */
export function groupsOf(hits: readonly SearchHit[]): readonly HitGroup[] {
  return kindsInOrder.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) })).filter((group) => group.hits.length > 0);
}

export type Piece = { from: number; text: string; marked: boolean };

/** A title in pieces, of which the marked ones matched. Marks that overlap, or reach past the title, do no harm. */
export function piecesOf(title: string, marks: SearchHit['marks']): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) pieces.push({ from, text: title.slice(from, to), marked });
  };
  let at = 0;
  for (const [from, to] of marks.toSorted(([one], [other]) => one - other)) {
    const start = Math.max(at, Math.min(from, title.length));
    const end = Math.max(start, Math.min(to, title.length));
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, title.length, false);
  return pieces;
}

/** The searches this device remembers, the newest first and each once. */
export const withRecent = (recent: readonly string[], text: string): readonly string[] =>
  [text, ...recent.filter((other) => other !== text)].slice(0, MOST_RECENT);

/** What was remembered, whoever wrote it: anything but a list of texts is nothing. */
export function recentIn(kept: string | undefined): readonly string[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string').slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

/** The address within the campaign, or the channel, that a hit leads to: an organization without a channel leads to its region. */
export function wayTo({ channel, topic, region }: SearchHit): { channel: string } | { path: `/${string}`; search: Record<string, string> } {
  if (channel) return { channel };
  if (topic) return { path: `/topics/${topic}`, search: {} };
  return { path: '/', search: region && region !== 'CN' ? { region } : {} };
}
