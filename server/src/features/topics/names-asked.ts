import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Limits } from '../../platform/limits/index.js';
import { WarmTopics } from '../../platform/realtime/index.js';
import { topicNameOf } from './topic-name.js';

/**
 * Names of topics in paths, which anybody may make up. One that is in memory is read whoever asks; any other costs a
 * look into the store, so an address that has guessed too often waits before the next. A school goes on following
 * what it follows, whatever one of its pupils types.
 */
@Injectable()
export class NamesAsked {
  constructor(
    private readonly limits: Limits,
    private readonly warm: WarmTopics,
  ) {}

  async read<Answer>(viewerOf: () => Promise<Viewer>, topic: string, read: (name: string) => Promise<Answer>): Promise<Answer> {
    const name = topicNameOf(topic);
    if (this.warm.isHeld(name)) return read(name);
    const viewer = await viewerOf();
    await this.limits.refuseSpent('topic.guess', viewer);
    try {
      return await read(name);
    } catch (error) {
      if (error instanceof HubError && error.code === 'topic.unknown') await this.limits.consume('topic.guess', viewer);
      throw error;
    }
  }
}
