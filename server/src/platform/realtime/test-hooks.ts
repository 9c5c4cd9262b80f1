import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../database/index.js';

/**
 * With TEST_HOOKS=on (loopback only), whoever started the hub with an IPC channel can break it where no outside
 * signal hits: `{ hook: 'committed', signal: 'SIGKILL' | 'SIGSTOP' }` strikes after the next commit, before anybody
 * hears of it, and `none` takes that back; `{ hook: 'store' }` ends the thread of the embedded store as a crash would.
 */
@Injectable()
export class TestHooks implements OnModuleInit, OnModuleDestroy {
  private armed: NodeJS.Signals | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    if (this.config.TEST_HOOKS === 'on') process.on('message', this.take);
  }

  onModuleDestroy(): void {
    process.off('message', this.take);
  }

  /** Called between a commit and its publication. */
  committed(): void {
    const signal = this.armed;
    if (!signal) return;
    this.armed = undefined;
    process.kill(process.pid, signal);
  }

  private readonly take = (message: unknown): void => {
    const { hook, signal } = message as { hook?: string; signal?: string };
    if (hook === 'committed' && (signal === 'SIGKILL' || signal === 'SIGSTOP')) this.armed = signal;
    else if (hook === 'committed' && signal === 'none') this.armed = undefined;
    else if (hook === 'store' && this.database.connections.kind === 'embedded') void this.database.connections.pool.crash();
    else return;
    process.send?.({ taken: hook });
  };
}
