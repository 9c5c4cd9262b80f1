import { Injectable } from '@nestjs/common';
import { type RegionPath, shortRegionPath } from './region-path.js';

/** The tree of regions, as far as access needs it. The feature that owns the tree hands in its path at start. */
@Injectable()
export class RegionTree {
  private path: RegionPath = shortRegionPath;
  private known: (key: string) => boolean = () => false;

  /** From now on regions are what `path` says, and those there are what `known` says. */
  comesFrom(path: RegionPath, known: (key: string) => boolean): void {
    this.path = path;
    this.known = known;
  }

  /** Whether there is such a region; none until the tree is known. */
  has(key: string): boolean {
    return this.known(key);
  }

  /** A region and everything above it; itself and the country until the tree is known. */
  readonly pathOf: RegionPath = (region) => this.path(region);
}
