import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Broadcast, Holds, WarmTopics } from '../../platform/realtime/index.js';

/** Tells authors what became of their messages. A client that has shown it says so, and it is not told again. */
@Injectable()
export class SettledNotices implements OnModuleInit {
  constructor(
    private readonly warm: WarmTopics,
    private readonly broadcast: Broadcast,
    private readonly holds: Holds,
  ) {}

  onModuleInit(): void {
    this.warm.onSettled(({ author, message }) => {
      this.broadcast.ask(author, 'message.settled', message, () => void this.holds.seen(author, message.id).catch(() => undefined));
    });
  }
}
