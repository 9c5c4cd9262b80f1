import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SentCode } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { networkOf, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { Passwords } from '../passwords.js';
import { type CodeRow, PhoneCodesRepository } from './phone-codes.repository.js';

const lifeMs = 5 * 60_000;
const mostTries = 5;

/** For what a code is, of which number, and whose. */
type Meant = Pick<CodeRow, 'purpose' | 'phone' | 'userId'>;
/** `code` is for its receiver alone. */
type Issued = { sent: SentCode; code: string };

/** Codes of six digits: good for five minutes, five tries and one use, by who holds the id that was answered to who asked for one. */
@Injectable()
export class PhoneCodes {
  constructor(
    private readonly codes: PhoneCodesRepository,
    private readonly passwords: Passwords,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Makes one. Asking is counted by number and by network, whether anybody has that number or not. */
  async issue(viewer: Viewer, meant: Meant): Promise<Issued> {
    await this.limits.consume('phone.address', { ...viewer, address: networkOf(viewer.address) });
    await this.limits.consume('phone.code', viewer, meant.phone);
    const [id, code] = [randomUUID(), String(randomInt(1_000_000)).padStart(6, '0')];
    const codeHash = await this.passwords.hash(code);
    const at = this.clock.now();
    await this.codes.add({ id, ...meant, codeHash, until: new Date(at + lifeMs) }, new Date(at));
    return { sent: { id, until: shanghaiInstant(at + lifeMs) }, code };
  }

  /** Judges one, and uses it up when it is right: what it was made for. */
  async redeem(viewer: Viewer, purpose: Meant['purpose'], { id, code }: { id: string; code: string }): Promise<Meant> {
    const row = await this.codes.takeTry({ id, purpose }, mostTries, this.clock.date());
    if (!row) throw new HubError('phone.code-spent', { field: 'code' });
    await this.limits.consume('phone.guess', viewer, row.phone);
    const digits = code.normalize('NFKC').replaceAll(/\s/gu, '');
    if (!(await this.passwords.verify(digits, row.codeHash))) throw new HubError('phone.code-wrong', { field: 'code' });
    if (!(await this.codes.use(id))) throw new HubError('phone.code-spent', { field: 'code' });
    await this.limits.forgive('phone.guess', row.phone);
    return row;
  }
}
