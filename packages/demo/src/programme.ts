import { clipForDomain } from './clips.js';
import type { DemoChannel, TemplateSession } from './demo-programme.js';
import { loadDemoData } from './load-demo-data.js';
import { repeatsOf } from './repeats.js';
import { shanghaiMidnight, type CalendarDay } from './shanghai-day.js';

/** A session of the demo programme on a certain day. */
export type LaidSession = {
  /** Stable: the template's key and the day, so that laying a day again makes nothing twice. */
  readonly id: string;
  readonly channel: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly form: string;
  readonly domain: string;
  readonly summary: string;
  /** The clip that its stream loops, and that its replay shows. */
  readonly clip: string;
  /** Filler 重播: shown before, and put here to bridge a gap. */
  readonly repeat: boolean;
};

const MINUTE_MS = 60_000;

/** The programme laid over a calendar day of Asia/Shanghai, channel by channel, each in order of time. */
export function layProgramme(day: CalendarDay, channels: readonly DemoChannel[] = loadDemoData().programme.channels): LaidSession[] {
  return channels.flatMap((channel) => layChannel(channel, day));
}

/** The session of a channel that is on air at a moment: [start, end). */
export function sessionOnAir(sessions: readonly LaidSession[], channel: string, nowMs: number): LaidSession | undefined {
  return sessions.find((session) => session.channel === channel && session.startsAt <= nowMs && nowMs < session.endsAt);
}

/**
 * Sessions that follow each other without a pause share the clip of the first. So the one live
 * playlist of a channel never changes its clip while it is up: numbers and discontinuities stay
 * a function of the clock alone.
 */
function layChannel(channel: DemoChannel, day: CalendarDay): LaidSession[] {
  const midnight = shanghaiMidnight(day);
  const laid: LaidSession[] = [];
  const repeats = repeatsOf(channel);
  for (const session of [...channel.sessions, ...repeats].sort((one, other) => one.start - other.start)) {
    const startsAt = midnight + session.start * MINUTE_MS;
    const before = laid.at(-1);
    const clip = before?.endsAt === startsAt ? before.clip : clipOf(session);
    laid.push({
      id: `${session.key}-${day.replaceAll('-', '')}`,
      channel: channel.slug,
      startsAt,
      endsAt: startsAt + session.duration * MINUTE_MS,
      title: session.title,
      form: session.form,
      domain: session.domain,
      summary: session.summary,
      clip,
      repeat: repeats.includes(session),
    });
  }
  return laid;
}

/** Spread by the letters of the key: neighbours in the lobby should not all show one picture. */
function clipOf(session: TemplateSession): string {
  const spread = [...session.key].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 9973;
  return clipForDomain(session.domain, spread);
}
