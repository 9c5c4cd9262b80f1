import { Controller, Get, Param, Query } from '@nestjs/common';
import { Matrix } from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { MatrixService } from './matrix.service.js';

const MatrixQuery = z.object({ parent: z.string().max(32).optional() });

@Controller('api/v1/campaigns')
export class MatrixController {
  constructor(private readonly matrix: MatrixService) {}

  @Get(':slug/matrix')
  @Everyone()
  @PublicResource({ maxAgeS: 1 })
  @Answers(Matrix)
  async level(@Param('slug') slug: string, @Query({ schema: MatrixQuery }) { parent }: z.infer<typeof MatrixQuery>): Promise<Matrix> {
    return this.matrix.level(slug, parent);
  }
}
