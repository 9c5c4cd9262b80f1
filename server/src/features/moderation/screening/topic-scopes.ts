import { Injectable } from '@nestjs/common';
import { TopicPlaces } from '../topic-places.js';
import { scopeOf } from './scope.rules.js';

/** Where a topic's held messages wait, and whose staff looks after it. */
export type TopicScope = { scope: string; region?: string };

/** Which queue a topic belongs to. */
@Injectable()
export class TopicScopes {
  constructor(private readonly places: TopicPlaces) {}

  async of(topic: string): Promise<TopicScope> {
    const path = await this.places.pathOf(topic);
    return { scope: scopeOf(path), ...(path[0] !== undefined && { region: path[0] }) };
  }
}
