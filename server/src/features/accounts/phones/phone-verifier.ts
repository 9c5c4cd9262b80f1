import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { HubError } from '../../../platform/hub-error.js';
import { Outbound, OutboundError, signedHeaders } from '../../../platform/outbound/index.js';

/** Who brings codes to phones for the hub: an address of the settings, posted to as webhooks are, and asked to answer 2xx. */
@Injectable()
export class PhoneVerifier {
  private readonly settings: Config['verifier'];

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.settings = config.verifier;
  }

  get isOn(): boolean {
    return this.settings !== undefined;
  }

  mustBeOn(): void {
    if (!this.isOn) throw new HubError('phone.off');
  }

  /** Hands a code over. What was not taken is not tried again: by then it has run out, and whoever waits asks for another. */
  async send(phone: string, code: string): Promise<void> {
    if (!this.settings) throw new HubError('phone.off');
    const { url, secret } = this.settings;
    const body = JSON.stringify({ phone, code });
    const headers = signedHeaders({ id: uuid(), at: this.clock.now(), body }, [secret]);
    const { status } = await this.outbound.errand(url, { named: url, headers, body }).catch((cause: unknown) => {
      throw cause instanceof OutboundError ? new HubError('phone.not-sent', { cause }) : cause;
    });
    if (status < 200 || status > 299) throw new HubError('phone.not-sent', { cause: new Error(`status ${status}`) });
  }
}
