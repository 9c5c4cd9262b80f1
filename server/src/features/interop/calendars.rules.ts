import { shanghaiInstant } from '@yunhui/domain';
import type { CalendarEvent } from '@yunhui/formats';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';

/** A session as a calendar's entry. Invented content says so first: a calendar has no other place for the mark. */
export function toEvent(session: PlannedSession, card: ChannelCard, origin: string): CalendarEvent {
  const { id, version, changedAt, start, end, title, form, summary, sample, repeat, cancelled, postponed } = session;
  const lines = [
    sample ? '【示例】' : undefined,
    changeIn(session),
    [form, repeat ? '重播' : undefined].filter(Boolean).join(' · '),
    summary,
    card.host,
  ];
  const url = `${origin}/channels/${card.slug}`;
  return {
    uid: `${id}@yunhui`,
    sequence: version,
    changedAt,
    start,
    end,
    title: `${postponed ? '【已延期】' : cancelled ? '【已取消】' : ''}${title} · ${card.title}`,
    description: [...lines, url].filter(Boolean).join('\n'),
    location: card.title,
    url,
    categories: [form],
    ...(cancelled && { cancelled }),
  };
}

/** What an operator has changed, in words. */
function changeIn({ cancelled, postponed, announcedAt, changeReason = '' }: PlannedSession): string | undefined {
  if (postponed) return `已延期，时间待定：${changeReason}`;
  if (cancelled) return `已取消：${changeReason}`;
  if (announcedAt === undefined) return undefined;
  const [, day, clock] = /^(.{10})T(.{5})/.exec(shanghaiInstant(announcedAt)) ?? [];
  return [`已改期，原定 ${day} ${clock}`, changeReason].filter(Boolean).join('：');
}
