import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswersFile } from '../../platform/api-docs/index.js';
import { Everyone } from '../../platform/auth/index.js';
import { isKnown } from '../../platform/edge/public-resource.js';
import { HubError } from '../../platform/hub-error.js';
import { StillsService } from './stills.service.js';

/** An id is of one picture for good, yet no cache keeps it longer than a cut-off may wait. */
const maxAgeS = 60;

@Controller('api/v1/stills')
export class StillsController {
  constructor(private readonly stills: StillsService) {}

  @Get(':id')
  @Everyone()
  @AnswersFile('image/webp')
  async picture(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | string> {
    const found = await this.stills.pictureOf(id);
    if (!found) throw new HubError('path.unknown');
    const etag = `"${id}"`;
    void reply.headers({ etag, 'cache-control': `public, max-age=${maxAgeS}, immutable`, 'access-control-allow-origin': '*' });
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return '';
    }
    void reply.type(found.type);
    return found.picture;
  }
}
