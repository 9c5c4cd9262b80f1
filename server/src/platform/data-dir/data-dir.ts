import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { HubRequest } from './ask-hub.js';
import { HubSocket } from './hub-socket.js';
import { socketPath } from './socket-path.js';

/**
 * The folder of an embedded hub. Whoever holds this object is the only process that may open the store
 * or start a Redis in it: both are made after it, and it is let go last.
 */
export class DataDir implements OnApplicationShutdown {
  private static readonly logger = new Logger(DataDir.name);
  private readonly tenants: (() => Promise<void>)[] = [];

  private constructor(
    readonly path: string,
    private readonly lock: HubSocket,
  ) {}

  /** Takes the folder, or refuses with the pid and address of the hub that has it; `address` is what others are told. */
  static async take(path: string, address?: string): Promise<DataDir> {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const lock = await HubSocket.open(socketPath(path, 'hub.sock'), address, (error) => DataDir.logger.error(error));
    return new DataDir(resolve(path), lock);
  }

  /** The path of a socket in this folder, short enough for the kernel. */
  socket(name: string): string {
    return socketPath(this.path, name);
  }

  /** Lets commands (backup, audit:verify) ask the running hub, which alone can read the store. */
  answers(request: HubRequest, answer: () => Promise<unknown>): void {
    this.lock.answers(request, answer);
  }

  /** Whatever works in the folder says how it ends: the next hub may come the moment the lock is let go. */
  closesFirst(close: () => Promise<void>): void {
    this.tenants.push(close);
  }

  async onApplicationShutdown(): Promise<void> {
    const closed = await Promise.allSettled(this.tenants.map((close) => close()));
    for (const result of closed) if (result.status === 'rejected') DataDir.logger.error(result.reason);
    await this.lock.close();
  }
}
