import type { CalendarEvent } from '@yunhui/formats';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';

/** A session as a calendar's entry. Invented content says so first: a calendar has no other place for the mark. */
export function toEvent(session: PlannedSession, card: ChannelCard, origin: string): CalendarEvent {
  const { id, version, changedAt, start, end, title, form, summary, sample, repeat } = session;
  const lines = [sample ? '【示例】' : undefined, [form, repeat ? '重播' : undefined].filter(Boolean).join(' · '), summary, card.host];
  const url = `${origin}/channels/${card.slug}`;
  return {
    uid: `${id}@yunhui`,
    sequence: version,
    changedAt,
    start,
    end,
    title: `${title} · ${card.title}`,
    description: [...lines, url].filter(Boolean).join('\n'),
    location: card.title,
    url,
    categories: [form],
  };
}
