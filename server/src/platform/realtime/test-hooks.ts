import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';

/**
 * With TEST_HOOKS=on (loopback only), whoever started the hub with an IPC channel can stop it at a moment
 * that no outside signal can hit: `{ hook: 'committed', signal: 'SIGKILL' | 'SIGSTOP' }` strikes after the
 * next commit, before anybody hears of it.
 */
@Injectable()
export class TestHooks implements OnModuleInit, OnModuleDestroy {
  private armed?: NodeJS.Signals;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    if (this.config.TEST_HOOKS === 'on') process.on('message', this.arm);
  }

  onModuleDestroy(): void {
    process.off('message', this.arm);
  }

  /** Called between a commit and its publication. */
  committed(): void {
    const signal = this.armed;
    if (!signal) return;
    this.armed = undefined;
    process.kill(process.pid, signal);
  }

  private readonly arm = (message: unknown): void => {
    const { hook, signal } = message as { hook?: string; signal?: NodeJS.Signals };
    if (hook !== 'committed' || (signal !== 'SIGKILL' && signal !== 'SIGSTOP')) return;
    this.armed = signal;
    process.send?.({ armed: signal });
  };
}
