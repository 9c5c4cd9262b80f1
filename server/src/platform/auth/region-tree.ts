import { Injectable } from '@nestjs/common';
import { type RegionPath, shortRegionPath } from './region-path.js';

/** The tree of regions, as far as access needs it. The feature that owns the tree hands in its path at start. */
@Injectable()
export class RegionTree {
  private path: RegionPath = shortRegionPath;

  /** From now on regions are what `path` says. */
  comesFrom(path: RegionPath): void {
    this.path = path;
  }

  /** A region and everything above it; itself and the country until the tree is known. */
  readonly pathOf: RegionPath = (region) => this.path(region);
}
