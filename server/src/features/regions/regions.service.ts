import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RegionName } from '@yunhui/contracts';
import { placeInTree, reviewLines } from '@yunhui/domain';
import { RegionTree, shortRegionPath } from '../../platform/auth/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { TopicHeads } from '../../platform/realtime/index.js';
import { type NewRegion, type Region, type RegionRow, RegionsRepository } from './regions.repository.js';

/** A region as others may know it. `path`: its key and those above it, the region first. */
export type RegionCard = RegionName & {
  path: readonly string[];
  kind: string;
  code?: string;
  at?: { row: number; col: number };
  pinyin: string;
  initials: string;
};
type Known = { region: RegionCard; card: RegionName };

/** The tree of regions, kept in each process: it changes by a release, not by a click. */
@Injectable()
export class RegionsService implements OnModuleInit {
  private known: ReadonlyMap<string, Known> = new Map();

  constructor(
    private readonly regions: RegionsRepository,
    private readonly heads: TopicHeads,
    private readonly access: RegionTree,
  ) {}

  async onModuleInit(): Promise<void> {
    this.access.comesFrom(
      (key) => this.pathOf(key),
      (key) => this.known.has(key),
    );
    await this.readAgain();
  }

  /** A region's key and those above it, the region first; of one that is not in the tree, what its key says. */
  pathOf(key: string): readonly string[] {
    return this.known.get(key)?.region.path ?? shortRegionPath(key);
  }

  /** A region as pages name it. */
  cardOf(key: string): RegionName {
    return this.known.get(key)?.card ?? { key, name: key };
  }

  /** A region by its key in any case; one that is not in the tree is refused. */
  require(key: string): RegionCard {
    const known = this.known.get(key.toUpperCase());
    if (!known) throw new HubError('region.unknown');
    return known.region;
  }

  /** Every region there is, in fixed order. */
  all(): RegionCard[] {
    return [...this.known.values()].map(({ region }) => region);
  }

  /** The regions that are called so, by name, pinyin, initials or code, the wider first. */
  find(words: string): RegionCard[] {
    const wanted = words.trim().toLowerCase();
    const isCalled = ({ key, name, nameEn = '', pinyin, initials }: RegionCard): boolean =>
      [key, name, nameEn, pinyin, initials].some((each) => each.toLowerCase().includes(wanted));
    return this.all()
      .filter(isCalled)
      .toSorted((one, other) => one.path.length - other.path.length);
  }

  /** The regions directly below one, in fixed order. */
  below(key: string): RegionCard[] {
    return this.all().filter(({ path }) => path[1] === key);
  }

  /** Whether a region is another, or lies below it. */
  isWithin(key: string, outer: string): boolean {
    return this.pathOf(key).includes(outer);
  }

  /**
   * Adds what is missing of a tree: each region with its reviewers' desk, the country with those of the lines, which are no
   * regions, and each scope with its moderators' queue. Call `readAgain` after the commit.
   */
  async plant(tx: Transaction, tree: readonly NewRegion[]): Promise<void> {
    const placed = placeInTree(tree);
    await this.regions.keep(tx, placed);
    const desks = placed.flatMap(({ key, kind }) => (kind === 'country' ? [key, ...Object.values(reviewLines)] : [key]));
    const queues = placed.filter(hasQueue).map(({ key }) => key);
    const topics = [...desks.map((key) => `desk:${key.toLowerCase()}`), ...queues.map((key) => `queue:${key.toLowerCase()}`)];
    await this.heads.create(
      tx,
      topics.map((topic) => ({ topic, audience: 'staff' as const })),
    );
  }

  async readAgain(): Promise<void> {
    const rows = await this.regions.all();
    this.known = new Map(rows.map((row) => [row.key, { region: toRegion(row), card: toCard(row) }]));
  }
}

/** Moderators' queues exist per province-level unit and for the country, no deeper. */
function hasQueue({ kind }: Region): boolean {
  return kind === 'country' || kind === 'province_level';
}

function toRegion(row: RegionRow): RegionCard {
  const { path, kind, code, tileRow, tileCol, pinyin, initials } = row;
  return {
    ...toCard(row),
    path: path.split('/').reverse(),
    kind,
    ...(code !== null && { code }),
    ...(tileRow !== null && tileCol !== null && { at: { row: tileRow, col: tileCol } }),
    pinyin,
    initials,
  };
}

function toCard({ key, name, nameEn, abbr }: Pick<Region, 'key' | 'name' | 'nameEn' | 'abbr'>): RegionName {
  return { key, name, nameEn: nameEn ?? undefined, abbr: abbr ?? undefined };
}
