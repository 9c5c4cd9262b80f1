import { Injectable } from '@nestjs/common';
import type { AnsweredIdentity, BeginIdentity } from '@yunhui/contracts';
import { returnPath } from '@yunhui/domain';
import { hashOfToken, networkOf, newToken, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { HubError } from '../../../platform/hub-error.js';
import { Limits } from '../../../platform/limits/index.js';
import { accountOf } from '../account-of.js';
import { AccountsService } from '../accounts.service.js';
import { IdentitiesRepository } from './identities.repository.js';
import { IdentitiesService } from './identities.service.js';
import { type Attempt, IdentityAttemptsRepository } from './identity-attempts.repository.js';
import { IdentityProvider, type Named } from './identity-provider.js';

/** Somebody at the provider's page has to find their password first. */
const attemptLifeMs = 10 * 60_000;
const pendingLifeMs = 15 * 60_000;

/** `token`: of a sign-in, for its cookie; `pending`: what the browser shows to link whom the provider named. */
type Answered = { answered: AnsweredIdentity; token?: string; pending?: string };

/** To the provider and back. Nobody is found by a name or an address there: only who linked their identity comes in by it. */
@Injectable()
export class IdentitySignInService {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly identities: IdentitiesRepository,
    private readonly attempts: IdentityAttemptsRepository,
    private readonly links: IdentitiesService,
    private readonly accounts: AccountsService,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Where to send the browser, and the token that ties the answer to it. */
  async begin(viewer: Viewer, { purpose, to, password = '' }: BeginIdentity): Promise<{ url: string; token: string }> {
    const returnTo = returnPath(to);
    if (returnTo === undefined) throw new HubError('request.malformed', { field: 'to' });
    await this.limits.consume('identity.begin', fromNetwork(viewer));
    const user = purpose === 'link' ? await this.accounts.prove(viewer, password) : undefined;
    const { url, secrets } = await this.provider.begin();
    const [token, at] = [newToken(), this.clock.date()];
    const until = new Date(at.getTime() + attemptLifeMs);
    const attempt = { tokenSha256: hashOfToken(token), ...secrets, purpose, userId: user?.id ?? null, returnTo, until };
    await this.attempts.begin(attempt, at);
    return { url, token };
  }

  /** Judges what the browser came back with. An attempt is used up by its answer, whatever that says. */
  async answer(viewer: Viewer, token: string | undefined, query: string, deviceLabel: string): Promise<Answered> {
    await this.limits.consume('sign-in.address', fromNetwork(viewer));
    const attempt = await this.take(token, query);
    const named = await this.provider.answer(query, attempt);
    return attempt.purpose === 'link' ? this.link(viewer, attempt, named) : this.signIn(viewer, attempt, named, deviceLabel);
  }

  private async take(token: string | undefined, query: string): Promise<Attempt> {
    const state = new URLSearchParams(query).get('state');
    const known = token !== undefined && state !== null;
    const attempt = known ? await this.attempts.take(hashOfToken(token), state, this.clock.date()) : undefined;
    if (!attempt) throw new HubError('identity.lost');
    return attempt;
  }

  private async link(viewer: Viewer, { userId, returnTo }: Attempt, named: Named): Promise<Answered> {
    const { id } = accountOf(viewer);
    if (id !== userId) throw new HubError('identity.lost'); // somebody else has signed in here since
    await this.links.link(viewer, named);
    return { answered: { outcome: 'linked', to: returnTo } };
  }

  private async signIn(viewer: Viewer, { returnTo }: Attempt, named: Named, deviceLabel: string): Promise<Answered> {
    const at = this.clock.date();
    const userId = await this.identities.use(named, at);
    if (userId !== undefined) {
      const { signedIn, token } = await this.accounts.enter(viewer, userId, deviceLabel);
      return { answered: { outcome: 'signed-in', to: returnTo, signedIn }, token };
    }
    const pending = newToken();
    const until = new Date(at.getTime() + pendingLifeMs);
    await this.attempts.keepPending({ tokenSha256: hashOfToken(pending), ...named, returnTo, at, until });
    return { answered: { outcome: 'unlinked', to: returnTo }, pending };
  }
}

const fromNetwork = (viewer: Viewer): Viewer => ({ ...viewer, address: networkOf(viewer.address) });
