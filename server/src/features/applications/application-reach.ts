import { Injectable } from '@nestjs/common';
import { homeOf, reviewLines } from '@yunhui/domain';
import { may, type Viewer } from '../../platform/auth/index.js';
import { RegionsService } from '../regions/index.js';
import type { ApplicationRow } from './applications.repository.js';

/** Who decides where: reviewers of the region or line that a unit would be reviewed by, or above it; operators look. */
@Injectable()
export class ApplicationReach {
  constructor(private readonly regions: RegionsService) {}

  /** The region or line of a unit; one that is not in the tree is refused. */
  homeOf({ type, region }: { type: string; region: string }): string {
    return homeOf({ type, region }, this.regions.require(region).kind);
  }

  may(viewer: Viewer, action: 'read' | 'decide', home: string): boolean {
    return may(viewer, { action, on: 'Desk', region: home }, (key) => this.regions.pathOf(key));
  }

  /** Nobody lets their own unit in. */
  mayDecide(viewer: Viewer, { home, applicant }: Pick<ApplicationRow, 'home' | 'applicant'>): boolean {
    return viewer.user?.id !== applicant && this.may(viewer, 'decide', home);
  }

  /** Every home whose applications somebody sees. */
  homesFor(viewer: Viewer): string[] {
    const homes = [...this.regions.all().map(({ key }) => key), ...Object.values(reviewLines)];
    return homes.filter((home) => this.may(viewer, 'read', home));
  }
}
