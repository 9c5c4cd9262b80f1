import type { Entry } from '@yunhui/contracts';

export type AnnouncedLine = { seq: number; at: number; text: string };

/** So many are remembered beside the form. */
const most = 3;

/** What was announced last, the newest first. */
export function announcedIn(entries: readonly Pick<Entry, 'kind' | 'seq' | 'at'>[]): AnnouncedLine[] {
  const lines = entries.flatMap((entry) => {
    const text = entry.kind === 'announcement' && 'text' in entry ? entry.text : undefined;
    return typeof text === 'string' ? [{ seq: entry.seq, at: entry.at, text }] : [];
  });
  return lines.slice(-most).toReversed();
}
