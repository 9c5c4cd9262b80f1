import type { LinkFacts } from '../streams/index.js';
import type { SessionRow } from './schedule.repository.js';
import { heardHealth, type PlannedSession } from './schedule.rules.js';

/** A session as it is kept, with what is heard of its streams. */
export function toPlanned(row: SessionRow, heard: LinkFacts, isCut: boolean): PlannedSession {
  const hostSignal = row.hostSignal ?? undefined;
  return {
    id: row.id,
    channel: row.channel,
    title: row.title,
    titleEn: row.titleEn ?? undefined,
    form: row.form,
    domain: row.domain ?? undefined,
    summary: row.summary ?? undefined,
    start: row.startsAt.getTime(),
    end: row.endsAt.getTime(),
    health: heardHealth(heard, hostSignal),
    wentLive: row.wentLiveAt !== null,
    hostSignal,
    hasReplay: heard.hasReplay,
    blocked: isCut || row.blockedAt !== null,
    ...(row.cancelledAt && { cancelled: true }),
    ...(row.postponed && { postponed: true }),
    ...(row.activity !== null && { activity: row.activity }),
    ...(row.cover !== null && { cover: row.cover }),
    ...(row.filedAs !== null && { filedAs: row.filedAs }),
    ...(row.peakViewers !== null && { peakViewers: row.peakViewers }),
    ...(row.announcedAt && { announcedAt: row.announcedAt.getTime() }),
    ...(row.changeReason !== null && { changeReason: row.changeReason }),
    sample: row.sample,
    repeat: row.repeat,
    version: row.version,
    ...(heard.version > 0 && { linksVersion: heard.version }),
    changedAt: row.changedAt.getTime(),
  };
}
