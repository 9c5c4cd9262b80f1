import { Injectable } from '@nestjs/common';
import type { CutTarget, ErrorCode } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';
import { RegionsService } from '../regions/index.js';
import type { CutAct } from '../streams/index.js';
import { CutPlaces } from './cut-places.js';
import { type Called, type CutPlace, linkCalled } from './cuts.rules.js';

/** What somebody means to cut off: how it is called, whose it is, and the channels it is on. */
export type Subject = Called & { target: CutTarget; id: string; region: string; places: readonly CutPlace[] };

const unknown = {
  link: 'link.unknown',
  session: 'session.unknown',
  channel: 'channel.unknown',
  region: 'region.unknown',
} as const satisfies Record<CutTarget, ErrorCode>;

/** Finds what is to be cut off, from memory first: Postgres may be away. */
@Injectable()
export class CutSubjects {
  constructor(
    private readonly places: CutPlaces,
    private readonly regions: RegionsService,
  ) {}

  async require(target: CutTarget, id: string): Promise<Subject> {
    const found = await this.find(target, id);
    if (!found) throw new HubError(unknown[target], { field: 'id' });
    return found;
  }

  /** The channels that an act is about; what it is called stands in the act. */
  async ofAct({ target, targetId, title, region }: CutAct): Promise<Subject> {
    const found = await this.find(target, targetId).catch(() => undefined);
    return found ?? { target, id: targetId, title, region, places: [] };
  }

  /** All that can be cut off at a channel, the smallest first. */
  async at(channel: string): Promise<Subject[]> {
    const place = await this.places.of(channel);
    if (!place) throw new HubError('channel.unknown', { field: 'channel' });
    const links = place.links.map(({ id, ...link }) => this.subject('link', id, linkCalled(link, place), place));
    const sessions = place.sessions.map((session) => this.subject('session', session.id, session, place));
    const whole = this.subject('channel', place.slug, place, place);
    return [...links, ...sessions, whole, ...(await Promise.all(place.path.map((region) => this.ofRegion(region))))];
  }

  private async find(target: CutTarget, id: string): Promise<Subject | undefined> {
    switch (target) {
      case 'region':
        return this.ofRegion(this.regions.require(id).key);
      case 'channel': {
        const place = await this.places.known(id);
        return place && this.subject('channel', place.slug, place, place);
      }
      case 'session': {
        const found = await this.places.withSession(id);
        return found && this.subject('session', id, found, found.place);
      }
      case 'link': {
        const place = await this.places.withLink(id);
        const link = place?.links.find((one) => one.id === id);
        return place && this.subject('link', id, linkCalled(link ?? { rank: 1 }, place), place);
      }
    }
  }

  private async ofRegion(key: string): Promise<Subject> {
    const { name, nameEn } = this.regions.cardOf(key);
    const places = await this.places.within(key);
    return { target: 'region', id: key, title: name, ...(nameEn !== undefined && { titleEn: nameEn }), region: key, places };
  }

  private subject(target: CutTarget, id: string, { title, titleEn }: Called, place: CutPlace): Subject {
    return { target, id, title, ...(titleEn !== undefined && { titleEn }), region: place.region, places: [place] };
  }
}
