import { Injectable } from '@nestjs/common';
import { TopicModes } from '../modes/topic-modes.js';
import { scopeOf } from './scope.rules.js';

/** Where a topic's held messages wait, and whose staff looks after it. */
export type TopicScope = { scope: string; region?: string };

/** Which queue a topic belongs to. */
@Injectable()
export class TopicScopes {
  constructor(private readonly modes: TopicModes) {}

  async of(topic: string): Promise<TopicScope> {
    const path = await this.modes.pathOf(topic);
    return { scope: scopeOf(path), ...(path[0] !== undefined && { region: path[0] }) };
  }
}
