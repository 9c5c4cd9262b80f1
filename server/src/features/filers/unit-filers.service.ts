import { Injectable } from '@nestjs/common';
import type { Invitation, UnitFiler, UnitFilers, UnitLine, UnitList } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountDesk } from '../accounts/index.js';
import { FilersService, UnitSearch } from '../organizations/index.js';
import { type LinkRow, OneTimeLinksRepository } from './one-time-links.repository.js';
import { RecoveriesService } from './recoveries.service.js';
import { UnitAccess } from './unit-access.js';

const mostListed = 50;

/** Who files for which unit, as its reviewers and its own filers see it; verifying them, and ending it. */
@Injectable()
export class UnitFilersService {
  constructor(
    private readonly access: UnitAccess,
    private readonly filers: FilersService,
    private readonly units: UnitSearch,
    private readonly accounts: AccountDesk,
    private readonly links: OneTimeLinksRepository,
    private readonly recoveries: RecoveriesService,
    private readonly clock: Clock,
  ) {}

  /** The units of one's subtree that are called so: where somebody waits first, then those who file, then all others, the best found first. */
  async list(viewer: Viewer, words = ''): Promise<UnitList> {
    const [called, counts] = await Promise.all([this.units.find(words), this.filers.counts()]);
    const found = called.filter((unit) => this.access.may(viewer, 'read', unit));
    const lines = found.map(({ key, name, region }): UnitLine => {
      const { filers, waiting } = counts.get(key) ?? { filers: 0, waiting: 0 };
      return { key, name, region, filers, waiting };
    });
    const sorted = lines.toSorted((one, other) => other.waiting - one.waiting || other.filers - one.filers);
    return { items: sorted.slice(0, mostListed), isMore: sorted.length > mostListed };
  }

  async read(viewer: Viewer, key: string): Promise<UnitFilers> {
    const { unit, mayDecide, mayInvite } = await this.access.require(viewer, key, 'read');
    const [rows, open] = await Promise.all([this.filers.ofUnit(key), this.links.invitationsOf(key, this.clock.date())]);
    const cards = new Map((await this.accounts.cardsOf(rows.map(({ userId }) => userId))).map((card) => [card.id, card]));
    const filers = rows.map(async ({ userId, addedAt, verifiedAt }): Promise<UnitFiler | undefined> => {
      const card = cards.get(userId);
      if (!card) return undefined;
      return {
        id: userId,
        name: card.name,
        login: card.login,
        addedAt: shanghaiInstant(addedAt.getTime()),
        ...(verifiedAt && { verifiedAt: shanghaiInstant(verifiedAt.getTime()) }),
        mayRecover: mayDecide && (await this.recoveries.mayRecover(viewer, card)),
      };
    });
    return {
      unit: { key: unit.key, name: unit.name, region: unit.region },
      filers: (await Promise.all(filers)).filter((filer) => filer !== undefined),
      invitations: open.map(toInvitation),
      mayDecide,
      mayInvite,
    };
  }

  /** Somebody who signed up acts for the unit from now on. Nobody verifies themselves. */
  async verify(viewer: Viewer, key: string, filer: string): Promise<UnitFilers> {
    const { user } = await this.access.require(viewer, key, 'decide');
    if (user.id === filer) throw new HubError('access.refused');
    const waited = await this.filers.verify(user, { user: filer, organization: key });
    if (!waited && !(await this.filers.standingsOf(filer)).has(key)) throw new HubError('filer.unknown');
    return this.read(viewer, key);
  }

  /** Somebody files for the unit no longer, verified or not, and nobody comes by their invitations. */
  async end(viewer: Viewer, key: string, filer: string): Promise<UnitFilers> {
    const { user } = await this.access.require(viewer, key, 'decide');
    const at = this.clock.date();
    const wasOne = await this.filers.remove(user, { user: filer, organization: key }, (tx) =>
      this.links.revokeInvitations(tx, { organization: key, issuedBy: filer }, at),
    );
    if (!wasOne) throw new HubError('filer.unknown');
    return this.read(viewer, key);
  }
}

function toInvitation({ id, issuedByName, issuedAt, expiresAt }: LinkRow): Invitation {
  return { id, by: issuedByName, at: shanghaiInstant(issuedAt.getTime()), expiresAt: shanghaiInstant(expiresAt.getTime()) };
}
