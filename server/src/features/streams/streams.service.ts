import { Injectable } from '@nestjs/common';
import type { StreamLink } from '@yunhui/contracts';
import { bestHealth, platformPageOf, type StreamHealth } from '@yunhui/domain';
import type { Database, Transaction } from '../../platform/database/index.js';
import { CutBook } from './cuts/cut-book.js';
import { type LinkRow, type NewLink, StreamsRepository } from './streams.repository.js';
import { readingWindow } from './probing/readings.rules.js';

/** A link as whoever plans a session gives it. Without a session it belongs to a channel that never stops. */
export type PlannedLink = Pick<StreamLink, 'id' | 'kind' | 'url' | 'rank' | 'label' | 'language'> & {
  channel: string;
  owner?: string;
  /** False: its host wants no stills of it. */
  pictured?: boolean;
  session?: { id: string; start: number; end: number };
  /** Not played before, such as a replay before its session's end. */
  validFrom?: Date;
  validTo?: Date;
};

/** What the links of one session, or of one channel, say together. */
export type LinkFacts = {
  health: StreamHealth;
  /** There is a page on another platform: nobody reads it, so there the host's word stands for the stream. */
  elsewhere: boolean;
  hasReplay: boolean;
  /** How often the list was changed. */
  version: number;
  /** Off the air by 即时阻断: nobody is given their address. */
  cut: StreamLink[];
  /** Playable or openable now, best first; one that is down stays, last: players may know better. */
  links: StreamLink[];
};

/** What was said of a link from a moment on, until something else was. */
export type LinkVerdictAt = { link: string; at: number; health: StreamHealth };

export const noLinks: LinkFacts = { health: 'unknown', elsewhere: false, hasReplay: false, version: 0, cut: [], links: [] };

/** The addresses of sessions and channels, and how they are. */
@Injectable()
export class StreamsService {
  constructor(
    private readonly streams: StreamsRepository,
    private readonly cuts: CutBook,
  ) {}

  /** Adds links that are not there yet. A live playlist of a session is read around its time, one without a session always. */
  async add(tx: Transaction, planned: readonly PlannedLink[]): Promise<void> {
    await this.streams.keep(tx, planned.map(toRow));
  }

  /** The links of a session that has another slot: when its live playlists are read, and what was for after its end. */
  async retime(tx: Transaction, session: { id: string; start: number; end: number }, endBefore: number): Promise<void> {
    const { from, until } = readingWindow(session);
    await this.streams.retime(tx, session.id, { readFrom: new Date(from), readUntil: new Date(until), laterByMs: session.end - endBefore });
  }

  /** A session begins before its time: its links are read from `at` on, if they are not yet. */
  async readFrom(tx: Transaction, session: string, at: Date): Promise<void> {
    await this.streams.readFrom(tx, session, at);
  }

  /** What is known of these sessions' links, and of those of channels that never stop: by session id, or by channel slug. */
  async factsOf(
    wanted: { sessions: readonly string[]; channels: readonly string[] },
    at: number,
    on?: Transaction | Database['drizzle'],
  ): Promise<Map<string, LinkFacts>> {
    const rows = await this.streams.of(wanted, on);
    const byOwner = Map.groupBy(rows, ({ session, channel }) => session ?? channel);
    return new Map([...byOwner].map(([owner, links]) => [owner, summary(links, at, (id) => this.cuts.isCut('link', id))]));
  }

  /** Where a link plays, and how it is; none when it is gone, or was taken out of its list. */
  async listed(link: string): Promise<Pick<LinkRow, 'channel' | 'session' | 'health'> | undefined> {
    const row = await this.streams.byId(link);
    return row?.withdrawnAt === null ? row : undefined;
  }

  /** What was said of a session's links, each from its moment on, the oldest first; nothing of what nobody could look at. */
  async verdictsOn(session: string): Promise<LinkVerdictAt[]> {
    const rows = await this.streams.verdictsOn(session);
    return rows.map(({ link, at, health }) => ({ link, at: at.getTime(), health }));
  }

  /** The channel that a link plays on; none when the link is gone. */
  async channelOf(link: string): Promise<string | undefined> {
    return (await this.streams.byId(link))?.channel;
  }

  /** What is said of one link, and where it plays. */
  async healthOf(link: string): Promise<{ channel: string; session?: string; health: StreamHealth } | undefined> {
    const row = await this.streams.byId(link);
    if (!row) return undefined;
    const { channel, session, health } = row;
    return { channel, health, ...(session !== null && { session }) };
  }
}

export function toRow({ session, ...link }: PlannedLink): NewLink {
  if (!session || link.kind !== 'hls-live') return { ...link, session: session?.id };
  const { from, until } = readingWindow(session);
  return { ...link, session: session.id, readFrom: new Date(from), readUntil: new Date(until) };
}

/** A link that is cut off is as one that is down: what plays from it alone is interrupted. */
function summary(rows: readonly LinkRow[], at: number, isCut: (link: string) => boolean): LinkFacts {
  const listed = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  const now = listed.filter(({ validFrom, validTo }) => (!validFrom || validFrom.getTime() <= at) && (!validTo || at < validTo.getTime()));
  const valid = now.filter(({ id }) => !isCut(id));
  const cut = now.filter(({ id }) => isCut(id));
  const kinds = new Set(valid.map(({ kind }) => kind));
  const open = valid.filter(({ kind, readUntil }) => kind !== 'hls-live' || !readUntil || at < readUntil.getTime());
  return {
    health: bestHealth([
      ...valid.filter(({ kind }) => kind === 'hls-live').map(({ health }) => health),
      ...cut.filter(({ kind }) => kind === 'hls-live').map(() => 'down' as const),
    ]),
    elsewhere: kinds.has('embed') || kinds.has('open'),
    hasReplay: kinds.has('hls-vod') || kinds.has('mp4'),
    version: Math.max(0, ...rows.map(({ version }) => version)),
    cut: cut.map(toStreamLink),
    links: open.toSorted((a, b) => lateness(a, at) - lateness(b, at)).map(toStreamLink),
  };
}

/** What plays now comes before what failed often lately or fails for many, and that before what is down. */
function lateness({ health, quarantinedUntil }: LinkRow, at: number): number {
  if (health === 'down') return 2;
  return health === 'degraded' || (quarantinedUntil && at < quarantinedUntil.getTime()) ? 1 : 0;
}

export function toStreamLink({ id, rank, kind, url, label, language, captions, validFrom, validTo, health }: LinkRow): StreamLink {
  const page = kind === 'embed' || kind === 'open' ? platformPageOf(url) : undefined;
  return {
    id,
    rank,
    kind,
    url,
    ...(label !== null && { label }),
    ...(language !== null && { language }),
    ...(captions !== null && { captions }),
    ...(validFrom && { validFrom: validFrom.toISOString() }),
    ...(validTo && { validTo: validTo.toISOString() }),
    ...(kind === 'embed' && page?.embed && { embed: page.embed }),
    ...(page && { app: page.app }),
    health,
  };
}
