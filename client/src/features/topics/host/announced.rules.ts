import type { Entry } from '@yunhui/contracts';

export type AnnouncedLine = { seq: number; at: number; text: string };

/** So many are remembered beside the form. */
const most = 3;

/** What was announced last, the newest first. */
export function announcedIn(entries: readonly Entry[]): AnnouncedLine[] {
  const lines = entries.flatMap((entry) => (entry.kind === 'announcement' ? [{ seq: entry.seq, at: entry.at, text: entry.text }] : []));
  return lines.slice(-most).toReversed();
}
