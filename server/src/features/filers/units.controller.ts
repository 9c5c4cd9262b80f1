import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IssuedLink, UnitFilers, UnitList } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { Limits } from '../../platform/limits/index.js';
import { InvitationsService } from './invitations.service.js';
import { RecoveriesService } from './recoveries.service.js';
import { UnitFilersService } from './unit-filers.service.js';

const Key = z.string().min(1).max(64);
const Id = z.uuid();
const Asked = z.object({ q: z.string().max(100).optional() });

/** Units and who files for them. A grant anywhere opens the door; the services ask whether the unit is within reach. */
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly units: UnitFilersService,
    private readonly invitations: InvitationsService,
    private readonly recoveries: RecoveriesService,
    private readonly limits: Limits,
  ) {}

  @Get()
  @Allow('read', 'Desk')
  @Header('cache-control', 'private, no-store')
  @Answers(UnitList)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: Asked }) { q }: z.infer<typeof Asked>): Promise<UnitList> {
    return this.units.list(viewer, q);
  }

  @Get(':key')
  @Allow('read', 'Unit')
  @Header('cache-control', 'private, no-store')
  @Answers(UnitFilers)
  read(@CurrentViewer() viewer: Viewer, @Param('key', { schema: Key }) key: string): Promise<UnitFilers> {
    return this.units.read(viewer, key);
  }

  @Post(':key/invitations')
  @Allow('invite', 'Unit')
  @HttpCode(201)
  @Answers(IssuedLink, { status: 201 })
  async invite(@CurrentViewer() viewer: Viewer, @Param('key', { schema: Key }) key: string): Promise<IssuedLink> {
    await this.limits.consume('link.issue', viewer);
    return this.invitations.invite(viewer, key);
  }

  @Delete(':key/invitations/:id')
  @Allow('invite', 'Unit')
  @Answers(Nothing)
  async revoke(
    @CurrentViewer() viewer: Viewer,
    @Param('key', { schema: Key }) key: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<Record<string, never>> {
    await this.invitations.revoke(viewer, key, id);
    return {};
  }

  @Post(':key/filers/:filer/verify')
  @Allow('decide', 'Desk')
  @HttpCode(200)
  @Answers(UnitFilers)
  verify(
    @CurrentViewer() viewer: Viewer,
    @Param('key', { schema: Key }) key: string,
    @Param('filer', { schema: Id }) filer: string,
  ): Promise<UnitFilers> {
    return this.units.verify(viewer, key, filer);
  }

  @Delete(':key/filers/:filer')
  @Allow('decide', 'Desk')
  @Answers(UnitFilers)
  end(
    @CurrentViewer() viewer: Viewer,
    @Param('key', { schema: Key }) key: string,
    @Param('filer', { schema: Id }) filer: string,
  ): Promise<UnitFilers> {
    return this.units.end(viewer, key, filer);
  }

  @Post(':key/filers/:filer/recovery')
  @Allow('decide', 'Desk')
  @HttpCode(201)
  @Answers(IssuedLink, { status: 201 })
  async recover(
    @CurrentViewer() viewer: Viewer,
    @Param('key', { schema: Key }) key: string,
    @Param('filer', { schema: Id }) filer: string,
  ): Promise<IssuedLink> {
    await this.limits.consume('link.issue', viewer);
    return this.recoveries.issue(viewer, key, filer);
  }
}
