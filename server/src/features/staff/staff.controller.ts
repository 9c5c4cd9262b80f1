import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  IssuedLink,
  OneTimeToken,
  RegionKey,
  RoleInvitations,
  RoleTaken,
  StaffGrant,
  StaffPage,
  StaffPlaces,
  StaffRole,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { Limits } from '../../platform/limits/index.js';
import { RoleInvitationsService } from './role-invitations.service.js';
import { StaffService } from './staff.service.js';

const Id = z.uuid();
const Asked = z.object({ q: z.string().max(100).optional(), cursor: z.string().max(400).optional() });
const Searched = Asked.pick({ q: true });

/** Who works here. A grant anywhere opens the door; the services ask whether the place is within reach. */
@Controller('api/v1/staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly invitations: RoleInvitationsService,
    private readonly limits: Limits,
  ) {}

  @Get()
  @Allow('appoint', 'Staff')
  @Header('cache-control', 'private, no-store')
  @Answers(StaffPage)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) asked: z.infer<typeof Asked>): Promise<StaffPage> {
    return this.staff.list(viewer, asked);
  }

  @Get('places')
  @Allow('appoint', 'Staff')
  @Header('cache-control', 'private, no-store')
  @Answers(StaffPlaces)
  places(@CurrentViewer() viewer: Viewer, @Query({ schema: Searched }) { q }: z.infer<typeof Searched>): StaffPlaces {
    return this.staff.places(viewer, q);
  }

  @Get('invitations')
  @Allow('appoint', 'Staff')
  @Header('cache-control', 'private, no-store')
  @Answers(RoleInvitations)
  open(@CurrentViewer() viewer: Viewer): Promise<RoleInvitations> {
    return this.invitations.open(viewer);
  }

  @Post('invitations')
  @Allow('appoint', 'Staff')
  @HttpCode(201)
  @Header('cache-control', 'private, no-store')
  @Answers(IssuedLink, { status: 201 })
  async invite(@CurrentViewer() viewer: Viewer, @Body({ schema: StaffGrant }) grant: StaffGrant): Promise<IssuedLink> {
    await this.limits.consume('link.issue', viewer);
    return this.invitations.invite(viewer, grant);
  }

  @Delete('invitations/:id')
  @Allow('appoint', 'Staff')
  @Answers(Nothing)
  async revoke(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Record<string, never>> {
    await this.invitations.revoke(viewer, id);
    return {};
  }

  @Delete(':id/roles/:role/:region')
  @Allow('appoint', 'Staff')
  @Header('cache-control', 'private, no-store')
  @Answers(RoleTaken)
  take(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Param('role', { schema: StaffRole }) role: StaffRole,
    @Param('region', { schema: RegionKey }) region: string,
  ): Promise<RoleTaken> {
    return this.staff.take(viewer, id, { role, region });
  }

  @Post('undo')
  @Allow('appoint', 'Staff')
  @HttpCode(200)
  @Answers(Nothing)
  async undo(@CurrentViewer() viewer: Viewer, @Body({ schema: OneTimeToken }) { token }: OneTimeToken): Promise<Record<string, never>> {
    await this.staff.undo(viewer, token);
    return {};
  }

  @Post(':id/recovery')
  @Allow('appoint', 'Staff')
  @HttpCode(201)
  @Header('cache-control', 'private, no-store')
  @Answers(IssuedLink, { status: 201 })
  async recover(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<IssuedLink> {
    await this.limits.consume('link.issue', viewer);
    return this.staff.recover(viewer, id);
  }
}
