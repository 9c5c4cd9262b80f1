import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { LoopLag, Metrics } from '../metrics/index.js';
import { isStaff } from '../realtime/index.js';

/** From this lag on nobody new comes in, until it is below the second again: in between nothing changes. */
const [closeAtMs, openBelowMs] = [400, 150];
/** Who is sent away comes back within this span, each at another time. */
const comeBackMs = { least: 1_000, most: 4_000 };

/**
 * Whether there is room for one more. A process that cannot keep up with those inside takes no one else and
 * no new words, with `busy` and a time to come back; frames for those inside go on. Staff always come in:
 * they are the ones who can help.
 */
@Injectable()
export class Admission {
  private isClosed = false;
  private readonly refusals: Counter;

  constructor(
    private readonly lag: LoopLag,
    metrics: Metrics,
  ) {
    this.refusals = new Counter({
      name: 'hub_admissions_refused_total',
      help: 'Handshakes, joins and messages refused because the loop lagged',
      registers: [metrics.registry],
    });
  }

  /** Throws `busy` while the loop lags. */
  admit(viewer: Viewer): void {
    if (!this.isLagging() || isStaff({ viewer })) return;
    this.refusals.inc();
    throw new HubError('busy', { retryAfterMs: comeBackMs.least + Math.random() * (comeBackMs.most - comeBackMs.least) });
  }

  private isLagging(): boolean {
    this.isClosed = this.lag.medianMs >= (this.isClosed ? openBelowMs : closeAtMs);
    return this.isClosed;
  }
}
