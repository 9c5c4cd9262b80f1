import { Injectable } from '@nestjs/common';
import type { IssuedLink, RoleTaken, StaffGrant, StaffMember, StaffPage, StaffPlace, StaffPlaces } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Audit } from '../../platform/audit/index.js';
import { hashOfToken, newToken, type Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { readCursor, written } from '../../platform/cursor.js';
import { Facts } from '../../platform/facts/index.js';
import { HubError } from '../../platform/hub-error.js';
import { type AccountCard, AccountDesk, AccountRoles } from '../accounts/index.js';
import { OneTimeLinksRepository, RecoveriesService } from '../filers/index.js';
import { StaffReach } from './staff-reach.js';
import { StaffRepository } from './staff.repository.js';
import { isStaff, rolesIn } from './staff.rules.js';

const [pageSize, mostPlaces] = [30, 50];
/** As long as every act at a desk can be taken back. */
const undoLifeMs = 30_000;
const Place = z.object({ id: z.uuid() });

/** Who works in one's regions, as what, until when; and the way back to their accounts. */
@Injectable()
export class StaffService {
  constructor(
    private readonly reach: StaffReach,
    private readonly staff: StaffRepository,
    private readonly accounts: AccountDesk,
    private readonly roles: AccountRoles,
    private readonly links: OneTimeLinksRepository,
    private readonly recoveries: RecoveriesService,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, { q = '', cursor }: { q?: string | undefined; cursor?: string | undefined }): Promise<StaffPage> {
    const after = cursor === undefined ? undefined : readCursor(Place, cursor).id;
    const places = (await this.staff.places()).filter((region) => this.reach.mayAppoint(viewer, region));
    const ids = await this.staff.page({ places, words: q.trim(), after, most: pageSize + 1 });
    const shown = ids.slice(0, pageSize);
    const cards = new Map((await this.accounts.cardsOf(shown)).map((card) => [card.id, card]));
    const items = await Promise.all(shown.flatMap((id) => cards.get(id) ?? []).map((card) => this.memberOf(viewer, card)));
    const last = ids.length > pageSize ? shown.at(-1) : undefined;
    return { items, ...(last !== undefined && { next: written({ id: last }) }) };
  }

  /** Where the asker appoints, and to what. */
  places(viewer: Viewer, q = ''): StaffPlaces {
    const words = q.trim().toLowerCase();
    const found = this.reach
      .places()
      .filter(({ key, called }) => called.some((name) => name.toLowerCase().includes(words)) && this.reach.mayAppoint(viewer, key))
      .map(({ key, name, nameEn, kind, path }): StaffPlace => {
        const above = path[1] === undefined || path[1] === 'CN' ? undefined : this.reach.nameOf(path[1]);
        return { key, name, ...(nameEn && { nameEn }), ...(above && { above }), roles: [...rolesIn(kind)] };
      });
    return { items: found.slice(0, mostPlaces), isMore: found.length > mostPlaces };
  }

  /**
   * Takes a role away, and with it all that its owner has given out: invitations and links for a new password. In force with the commit,
   * for open connections within 2 s. One's own can be laid down too, which nobody takes back.
   */
  async take(viewer: Viewer, id: string, grant: StaffGrant): Promise<RoleTaken> {
    const { user, grantsVersion } = this.reach.require(viewer, grant.region);
    const [undo, at] = [newToken(), this.clock.date()];
    await this.roles.take({ from: id, grant, by: { id: user.id, grantsVersion } }, async (tx, version) => {
      await this.links.revokeIssuedBy(tx, id, at);
      await this.links.add(tx, {
        id: uuid(),
        kind: 'undo',
        tokenSha256: hashOfToken(undo),
        userId: id,
        ...grant,
        issuedBy: user.id,
        issuedByName: user.name,
        issuedAt: at,
        expiresAt: new Date(at.getTime() + undoLifeMs),
      });
      await this.facts.record(tx, { name: 'role.taken', key: id, version });
      await this.audit.record(tx, { who: user.id, act: 'role.taken', subject: id, difference: grant });
    });
    return { undo };
  }

  /** Gives back what the same person has just taken. What ended with it, links that were given out and webhooks, stays ended. */
  async undo(viewer: Viewer, token: string): Promise<void> {
    const at = this.clock.date();
    const link = await this.links.goodAt({ kind: 'undo', tokenSha256: hashOfToken(token) }, at);
    if (!link?.userId || !link.role || !link.region || link.issuedBy !== viewer.user?.id) throw new HubError('role.undo-over');
    const { id, userId: to, role, region } = link;
    const { user, grantsVersion } = this.reach.require(viewer, region);
    await this.roles.give({ to, grant: { role, region }, by: { id: user.id, grantsVersion } }, async (tx) => {
      if (!(await this.links.use(tx, id, user.id, at))) throw new HubError('role.undo-over');
      await this.audit.record(tx, { who: user.id, act: 'role.given-back', subject: to, difference: { role, region } });
    });
  }

  /** A link for a new password, told this one time. */
  async recover(viewer: Viewer, id: string): Promise<IssuedLink> {
    const { user, grantsVersion } = viewer;
    const card = await this.accounts.cardOf(id);
    const isSeen = card?.grants.some((grant) => isStaff(grant) && this.reach.mayAppoint(viewer, grant.region)) ?? false;
    if (!card || !user || !isSeen) throw new HubError('person.unknown');
    if (!(await this.reach.mayRecover(viewer, card))) throw new HubError('person.out-of-reach');
    return this.recoveries.issueTo(card, { user, grantsVersion });
  }

  private async memberOf(viewer: Viewer, card: AccountCard): Promise<StaffMember> {
    const { id, name, login, grants } = card;
    const roles = grants
      .filter(isStaff)
      .filter(({ region }) => this.reach.mayAppoint(viewer, region))
      .map(({ role, region }) => ({ role, place: this.reach.nameOf(region) }));
    return { id, name, login, roles, mayRecover: await this.reach.mayRecover(viewer, card) };
  }
}
