import { Injectable, Logger } from '@nestjs/common';
import type { BroughtCode, SentCode } from '@yunhui/contracts';
import { networkOf, type Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { AccountsService, type OpenedSignIn } from '../accounts.service.js';
import { PhoneCodes } from './phone-codes.js';
import { PhoneVerifier } from './phone-verifier.js';
import { PhonesRepository } from './phones.repository.js';
import { knownPhone } from './phones.service.js';

/** Signing in by a code that is sent to a phone. Nobody learns here which numbers have an account. */
@Injectable()
export class PhoneSignInService {
  private readonly logger = new Logger(PhoneSignInService.name);

  constructor(
    private readonly phones: PhonesRepository,
    private readonly codes: PhoneCodes,
    private readonly verifier: PhoneVerifier,
    private readonly accounts: AccountsService,
    private readonly limits: Limits,
  ) {}

  /** Sends a code, if an account signs in by that number. The answer does not wait for it: how long it takes would tell. */
  async askCode(viewer: Viewer, text: string): Promise<SentCode> {
    this.verifier.mustBeOn();
    const phone = knownPhone(text);
    const owner = await this.phones.ownerOf(phone);
    const { sent, code } = await this.codes.issue(viewer, { purpose: 'sign-in', phone, userId: owner ?? null });
    if (owner !== undefined)
      this.verifier.send(phone, code).catch((error: unknown) => {
        const cause = error instanceof HubError ? error.cause : error;
        this.logger.warn(`PHONE_VERIFIER_URL did not take a code: ${cause instanceof Error ? cause.message : String(cause)}`);
      });
    return sent;
  }

  /** Signs in whose number it still is. */
  async signIn(viewer: Viewer, brought: BroughtCode, deviceLabel: string): Promise<OpenedSignIn> {
    this.verifier.mustBeOn();
    await this.limits.consume('sign-in.address', { ...viewer, address: networkOf(viewer.address) });
    const { phone, userId } = await this.codes.redeem(viewer, 'sign-in', brought);
    const owner = await this.phones.ownerOf(phone);
    if (owner === undefined || owner !== userId) throw new HubError('phone.code-spent', { field: 'code' });
    return this.accounts.enter(viewer, owner, deviceLabel);
  }
}
