import { Injectable } from '@nestjs/common';
import type { RaiseShield, Shield, ShieldList } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { HubError } from '../../../../platform/hub-error.js';
import { ModeHead } from '../../../../platform/realtime/index.js';
import { RegionsService } from '../../../regions/index.js';
import { ShieldsRepository } from './shields.repository.js';

/** Shields over whole scopes: one row each, in effect for every word after its commit. */
@Injectable()
export class ShieldsService {
  constructor(
    private readonly rows: ShieldsRepository,
    private readonly head: ModeHead,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly regions: RegionsService,
    private readonly access: RegionTree,
  ) {}

  /** Those over what somebody moderates, and those within it. */
  async list({ user }: Viewer): Promise<ShieldList> {
    const mine = user?.grants.filter(({ role }) => role === 'moderator').map(({ region }) => region) ?? [];
    const touches = ({ scope }: Shield) =>
      mine.some((region) => this.access.pathOf(region).includes(scope) || this.access.pathOf(scope).includes(region));
    return { items: (await this.rows.raised()).filter(touches) };
  }

  /** In place of the one that the scope had. */
  async raise(viewer: Viewer, { scope: key, mode, reason, minutes }: RaiseShield): Promise<Shield> {
    const { scope, who } = this.require(viewer, key);
    await this.database.transaction(async (tx) => {
      const version = await this.head.next(tx);
      const before = await this.rows.modeOf(tx, scope);
      await this.rows.raise(tx, version, { scope, mode, reason, by: who, minutes });
      const difference = { before: before ?? null, after: mode, minutes: minutes ?? null };
      await this.audit.record(tx, { who, act: 'shield.raised', subject: `scope:${scope}`, reason, difference });
    });
    await this.head.look(); // whoever reads here what holds now has this shield in it
    const raised = (await this.rows.raised()).find((shield) => shield.scope === scope);
    if (!raised) throw new HubError('shield.unknown'); // lifted by a colleague in the meantime
    return raised;
  }

  /** The undo of a shield: the rooms are as their own modes say. */
  async lift(viewer: Viewer, key: string): Promise<void> {
    const { scope, who } = this.require(viewer, key);
    await this.database.transaction(async (tx) => {
      const version = await this.head.next(tx);
      const before = await this.rows.modeOf(tx, scope);
      if (!before) throw new HubError('shield.unknown', { field: 'scope' });
      await this.rows.lift(tx, version, scope);
      await this.audit.record(tx, { who, act: 'shield.lifted', subject: `scope:${scope}`, difference: { before, after: null } });
    });
    await this.head.look();
  }

  private require(viewer: Viewer, key: string): { scope: string; who: string } {
    const { key: scope } = this.regions.require(key);
    const { id } = whoMay(viewer, { action: 'moderate', on: 'Room', region: scope }, this.access.pathOf);
    return { scope, who: id };
  }
}
