import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Revocations } from '../auth/index.js';
import { Bus, everywhere } from './bus.js';

/**
 * Tells the other nodes of a revocation at once. At most once: who does not hear it finds the number at its next look at
 * the heads (`WarmTopics`), at most 2.5 s later.
 */
@Injectable()
export class RevocationNews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RevocationNews.name);
  private stopListening?: () => void;

  constructor(
    private readonly revocations: Revocations,
    private readonly bus: Bus,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.revocations.onRecorded((number) => this.bus.tellRevoked(number));
    this.stopListening = await this.bus.listen(everywhere, ({ revoked }) => {
      if (revoked !== undefined) void this.hear(revoked);
    });
  }

  onModuleDestroy(): void {
    this.stopListening?.();
  }

  private async hear(number: number): Promise<void> {
    try {
      await this.revocations.hearOf(number);
    } catch (error) {
      this.logger.warn(`revocation ${number} is read at the next look: ${String(error)}`);
    }
  }
}
