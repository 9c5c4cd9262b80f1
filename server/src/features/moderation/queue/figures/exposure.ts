import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Retractions, Viewers } from '../../../../platform/realtime/index.js';
import { TopicScopes } from '../../screening/topic-scopes.js';
import { FiguresRepository } from './figures.repository.js';
import { VerdictsRepository } from '../verdicts/verdicts.repository.js';

/**
 * Notes of each message that was taken off the screens how many could read it for how long: viewers × seconds. A process that
 * ends at that very moment leaves a retraction uncounted.
 */
@Injectable()
export class Exposure implements OnModuleInit {
  private readonly logger = new Logger(Exposure.name);

  constructor(
    private readonly retractions: Retractions,
    private readonly viewers: Viewers,
    private readonly scopes: TopicScopes,
    private readonly figures: FiguresRepository,
    private readonly verdicts: VerdictsRepository,
  ) {}

  onModuleInit(): void {
    this.retractions.onRetracted(({ topic, targets, by, actor }) => {
      if (by === 'author') return;
      this.note(topic, targets, actor).catch((error: unknown) => this.logger.warn(`an exposure was not noted: ${String(error)}`));
    });
  }

  private async note(topic: string, targets: readonly number[], actor: string | null): Promise<void> {
    const [viewers, { scope }, visibleS] = await Promise.all([
      this.viewers.count(topic),
      this.scopes.of(topic),
      this.figures.saidAt(topic, targets),
    ]);
    for (const seconds of visibleS)
      await this.verdicts.mark({ kind: 'exposure', scope, ...(actor !== null && { by: actor }), amount: viewers * seconds });
  }
}
