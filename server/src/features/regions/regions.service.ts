import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel } from '@yunhui/contracts';
import { placeInTree } from '@yunhui/domain';
import { RegionTree, shortRegionPath } from '../../platform/auth/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { TopicHeads } from '../../platform/realtime/index.js';
import { type NewRegion, type Region, RegionsRepository } from './regions.repository.js';

type Known = { path: readonly string[]; card: Channel['region'] };

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
    return this.known.get(key)?.path ?? shortRegionPath(key);
  }

  /** A region as pages name it. */
  cardOf(key: string): Channel['region'] {
    return this.known.get(key)?.card ?? { key, name: key };
  }

  /** Adds what is missing of a tree, each scope with its moderators' queue. Call `readAgain` after the commit. */
  async plant(tx: Transaction, tree: readonly NewRegion[]): Promise<void> {
    const placed = placeInTree(tree);
    await this.regions.keep(tx, placed);
    await this.heads.create(
      tx,
      placed.filter(hasQueue).map(({ key }) => ({ topic: `queue:${key.toLowerCase()}`, audience: 'staff' as const })),
    );
  }

  async readAgain(): Promise<void> {
    const rows = await this.regions.all();
    this.known = new Map(rows.map(({ path, ...card }) => [card.key, { path: path.split('/').reverse(), card: toCard(card) }]));
  }
}

/** Moderators' queues exist per province-level unit and for the country, no deeper. */
function hasQueue({ kind }: Region): boolean {
  return kind === 'country' || kind === 'province_level';
}

function toCard({ key, name, nameEn, abbr }: Pick<Region, 'key' | 'name' | 'nameEn' | 'abbr'>): Channel['region'] {
  return { key, name, nameEn: nameEn ?? undefined, abbr: abbr ?? undefined };
}
