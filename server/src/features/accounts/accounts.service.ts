import { Injectable } from '@nestjs/common';
import type { BecomeGuest, OwnSignIns, SignedIn, User } from '@yunhui/contracts';
import { judgeDisplayName } from '@yunhui/domain';
import { type Identity, networkOf, RegionTree, SignIns, Tickets, type Viewer } from '../../platform/auth/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Limits } from '../../platform/limits/index.js';
import { DeviceNames, NameChanges, NewcomersService } from '../moderation/index.js';
import { AccountsRepository, type GuestCard } from './accounts.repository.js';
import { Passwords } from './passwords.js';

/** What signing in gives: the answer, and the token that goes into the cookie only. */
export type OpenedSignIn = { signedIn: SignedIn; token: string };

/** Guests, accounts and how one becomes either. A browser is one of them at a time. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly signIns: SignIns,
    private readonly tickets: Tickets,
    private readonly limits: Limits,
    private readonly passwords: Passwords,
    private readonly regions: RegionTree,
    private readonly newcomers: NewcomersService,
    private readonly names: NameChanges,
    private readonly devices: DeviceNames,
  ) {}

  /**
   * A guest: a name, and where they say they are. Whoever is one already stays the same guest under the
   * new name; the sign-in is a new one all the same, so that tickets with the old name end.
   */
  async becomeGuest(viewer: Viewer, { displayName, region }: BecomeGuest, deviceLabel: string): Promise<OpenedSignIn> {
    const verdict = judgeDisplayName(displayName);
    if (!verdict.ok) throw new HubError('name.refused', { field: 'displayName' });
    if (region !== undefined && !this.regions.has(region)) throw new HubError('region.unknown', { field: 'region' });
    await this.limits.consume('guest', viewer);
    return this.open(viewer, await this.keepGuest(viewer, { name: verdict.name, region }), deviceLabel);
  }

  /**
   * Signs in to an account. A wrong login and a wrong password are one refusal and take the same
   * time; tries are counted before they are judged, so that many at once are no way around.
   */
  async signIn(viewer: Viewer, { login, password }: { login: string; password: string }, deviceLabel: string): Promise<OpenedSignIn> {
    return this.open(viewer, await this.rightful(viewer, login.normalize('NFKC').trim().toLowerCase(), password), deviceLabel);
  }

  /**
   * That whoever asks knows the password of the account they are signed in to: for what would outlive a sign-in that somebody
   * else has taken. Counted as a sign-in is.
   */
  async prove(viewer: Viewer, password: string): Promise<User> {
    const user = requireUser(viewer);
    const [card] = await this.accounts.cardsOf([user.id]);
    if (!card) throw new HubError('access.refused');
    await this.rightful(viewer, card.login, password);
    return user;
  }

  /** Signs in to an account whose owner has just proved it in another way than by its password. */
  async enter(viewer: Viewer, userId: string, deviceLabel: string): Promise<OpenedSignIn> {
    return this.open(viewer, userId, deviceLabel);
  }

  /**
   * The account that somebody is in, with what it was given since. Nothing was proved again, so the new sign-in is as old as the one
   * that asks: another way in is laid by a younger one.
   */
  async renew(viewer: Viewer, deviceLabel: string): Promise<OpenedSignIn> {
    const { id } = requireUser(viewer);
    const current = (await this.signIns.list(id)).find((signIn) => signIn.id === viewer.signInId);
    if (!current) throw new HubError('ticket.missing');
    return this.open(viewer, id, deviceLabel, current.createdAt);
  }

  /**
   * Until the transaction ends nobody sets another password for the account that asks, which would end what is laid now. Whoever was
   * signed out since they asked lays nothing.
   */
  async hold(tx: Transaction, viewer: Viewer): Promise<void> {
    await this.accounts.lock(tx, [requireUser(viewer).id]);
    const isOpen = viewer.signInId !== undefined && (await this.signIns.isOpen(tx, viewer.signInId));
    if (!isOpen) throw new HubError('ticket.missing');
  }

  /** Ends the sign-in that asks. Whoever has none is signed out already. */
  async signOut({ signInId }: Viewer): Promise<void> {
    if (signInId !== undefined) await this.signIns.close(signInId);
  }

  /** A fresh ticket for whoever holds the cookie. */
  async freshTicket(viewer: Viewer): Promise<SignedIn> {
    await this.limits.consume('ticket', viewer);
    if (!isKnown(viewer)) throw new HubError('ticket.missing');
    return { ticket: await this.tickets.issue(viewer), user: viewer.user };
  }

  /** The living sign-ins of whoever asks, with the one that asks marked. */
  async signInsOf(viewer: Viewer): Promise<OwnSignIns['items']> {
    const { id } = requireUser(viewer);
    const rows = await this.signIns.list(id);
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      current: row.id === viewer.signInId,
    }));
  }

  /** Ends one of one's own sign-ins, on whatever device. Another's is none of one's own. */
  async endSignIn(viewer: Viewer, signInId: string): Promise<void> {
    const rows = await this.signIns.list(requireUser(viewer).id);
    if (!rows.some((row) => row.id === signInId)) throw new HubError('path.unknown');
    await this.signIns.close(signInId);
  }

  /** Ends all of one's sign-ins but the one that asks. */
  async endOtherSignIns(viewer: Viewer): Promise<void> {
    const { id } = requireUser(viewer);
    if (viewer.signInId === undefined) throw new HubError('ticket.missing');
    await this.signIns.closeAll(id, { kept: viewer.signInId });
  }

  /** Whose login and password these are. */
  private async rightful(viewer: Viewer, name: string, password: string): Promise<string> {
    const from = { ...viewer, address: networkOf(viewer.address) };
    const pair = `${from.address} ${name}`;
    await this.limits.consume('sign-in.address', from);
    await this.limits.consume('sign-in.pair', viewer, pair);
    await this.limits.consume('sign-in.login', viewer, name);
    const credentials = await this.accounts.credentialsOf(name);
    const right = await this.passwords.verify(password, credentials?.passwordHash);
    if (!credentials || !right) throw new HubError('sign-in.refused');
    await this.limits.forgive('sign-in.pair', pair);
    await this.limits.forgive('sign-in.login', name);
    return credentials.userId;
  }

  private async keepGuest(viewer: Viewer, card: GuestCard): Promise<string> {
    const { user } = viewer;
    if (user?.kind !== 'guest') return this.addGuest(viewer, card);
    await this.names.change({ viewer: { ...viewer, user }, name: card.name }, (tx) => this.accounts.changeGuest(tx, user.id, card));
    return user.id;
  }

  /** Where somebody was just banned, new guests come slower, and somebody looks first at what they say. */
  private async addGuest(viewer: Viewer, card: GuestCard): Promise<string> {
    const scopes = await this.newcomers.admit(viewer);
    const id = await this.accounts.addGuest(card);
    await this.newcomers.watch(id, scopes);
    return id;
  }

  /** The new cookie replaces the old one, so the old sign-in ends: nobody holds it any more. */
  private async open(viewer: Viewer, userId: string, deviceLabel: string, since?: Date): Promise<OpenedSignIn> {
    const { token, signInId } = await this.signIns.open(userId, deviceLabel, since);
    if (isKnown(viewer)) {
      await this.newcomers.follow(viewer.signInId, signInId);
      await this.devices.follow({ signIn: viewer.signInId, user: viewer.user.id }, { signIn: signInId, user: userId });
    }
    const identity = await this.signIns.holderOf(token);
    if (!identity) throw new Error('a sign-in that was just opened has a holder');
    if (viewer.signInId !== undefined) await this.signIns.close(viewer.signInId);
    return { token, signedIn: { ticket: await this.tickets.issue(identity), user: identity.user } };
  }
}

const isKnown = (viewer: Viewer): viewer is Viewer & Identity => viewer.user !== undefined && viewer.signInId !== undefined;

function requireUser({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  return user;
}
