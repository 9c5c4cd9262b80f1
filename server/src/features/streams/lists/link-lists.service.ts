import { Injectable } from '@nestjs/common';
import type { ChangeLinks, HostedLink } from '@yunhui/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Outbound } from '../../../platform/outbound/index.js';
import { type LinkRow, StreamsRepository } from '../streams.repository.js';
import { toRow, toStreamLink } from '../streams.service.js';
import { changeOf, fitsKind } from './link-list.rules.js';

/** The links of a session as whoever keeps them up sees them. */
export type LinkList = { version: number; links: HostedLink[]; former: HostedLink[] };
type SlotOf = { id: string; channel: string; start: number; end: number };

const emptyList: LinkList = { version: 0, links: [], former: [] };
const formerShown = 5;

/** The links of sessions as lists: each change is of the whole list, from the version that was read. */
@Injectable()
export class LinkListsService {
  constructor(
    private readonly streams: StreamsRepository,
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  async of(sessions: readonly string[]): Promise<(session: string) => LinkList> {
    const rows = await this.streams.of({ sessions, channels: [] });
    const lists = Map.groupBy(rows, ({ session }) => session);
    return (session) => listOf(lists.get(session) ?? []);
  }

  /** The list as it is wished, or a refusal: an address that cannot be watched so, or a list that is not the one that was read. */
  async change(
    tx: Transaction,
    { id: session, channel, start, end }: SlotOf,
    { version: read, links: wished }: ChangeLinks,
  ): Promise<LinkList> {
    const rows = await this.streams.listForChange(tx, session);
    const before = listOf(rows);
    if (before.version !== read) throw new HubError('link.changed');
    const { links, taken } = changeOf(
      rows.map((row) => ({ ...row, isListed: row.withdrawnAt === null })),
      wished,
      uuidv7,
    );
    this.requireAcceptable(links, new Set(rows.map(({ id }) => id)));
    const version = read + 1;
    await this.streams.withdraw(tx, taken, this.clock.date(), version);
    for (const [at, { validFrom, validTo, ...link }] of links.entries()) {
      const planned = { ...link, channel, session: { id: session, start, end }, rank: at + 1 };
      const blank = { label: null, owner: null, language: null, captions: null, pictured: true };
      const valid = { validFrom: validFrom ? new Date(validFrom) : null, validTo: validTo ? new Date(validTo) : null };
      await this.streams.put(tx, { ...blank, ...toRow(planned), ...valid, version, withdrawnAt: null });
    }
    return listOf(await this.streams.listForChange(tx, session));
  }

  /** What a session has or had was accepted before, by whoever planned it. */
  private requireAcceptable(links: readonly { id: string; kind: HostedLink['kind']; url: string }[], known: ReadonlySet<string>): void {
    const refused = links.findIndex(({ id, ...link }) => !known.has(id) && !(fitsKind(link) && this.outbound.mayAsk(link.url)));
    if (refused >= 0) throw new HubError('link.refused', { field: `links.${refused}.url` });
  }
}

function listOf(rows: readonly LinkRow[]): LinkList {
  if (rows.length === 0) return emptyList;
  const former = rows
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .toSorted((a, b) => (b.withdrawnAt?.getTime() ?? 0) - (a.withdrawnAt?.getTime() ?? 0));
  return {
    version: Math.max(...rows.map(({ version }) => version)),
    links: rows.filter(({ withdrawnAt }) => withdrawnAt === null).map(toHostedLink),
    former: former.slice(0, formerShown).map(toHostedLink),
  };
}

function toHostedLink(row: LinkRow): HostedLink {
  return { ...toStreamLink(row), ...(row.owner !== null && { owner: row.owner }), ...(!row.pictured && { pictured: false }) };
}
