import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ActivitiesRepository, type Activity } from './activities.repository.js';

/** The registered activities of all campaigns. */
@Injectable()
export class ActivitiesService {
  constructor(private readonly activities: ActivitiesRepository) {}

  /** Enters activities that a notice names; those that are there keep what was edited. */
  async enter(tx: Transaction, named: readonly Activity[]): Promise<void> {
    await this.activities.keep(tx, named);
  }
}
