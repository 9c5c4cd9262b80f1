import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus, everywhere } from './bus.js';

/**
 * Tells the other nodes to look now at something that each keeps in its memory. At most once: whoever keeps it looks by
 * itself often enough.
 */
@Injectable()
export class NodeNews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Map<string, () => void>();
  private stopListening?: () => void;

  constructor(private readonly bus: Bus) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = await this.bus.listen(everywhere, ({ look }) => {
      if (look !== undefined) this.listeners.get(look)?.();
    });
  }

  onModuleDestroy(): void {
    this.stopListening?.();
  }

  tell(name: string): void {
    this.bus.tellLook(name);
  }

  /** Hears when another node tells of this. */
  on(name: string, listener: () => void): void {
    this.listeners.set(name, listener);
  }
}
