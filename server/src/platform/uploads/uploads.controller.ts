import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Upload, UploadKind } from '@yunhui/contracts';
import { mostUploadBytes, pictureWidths } from '@yunhui/domain';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, AnswersFile } from '../api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../auth/index.js';
import type { TakesFiles } from '../edge/http.js';
import { HubError } from '../hub-error.js';
import { Limits } from '../limits/index.js';
import { Uploads } from './uploads.js';

const Id = z.uuid();
const Width = z.coerce.number().pipe(z.literal(pictureWidths));
/** An id is of one picture for good. */
const maxAgeS = 300;
const For = z.object({ for: UploadKind });

/** Pictures that people bring. Who sees one is asked of the feature that shows it. */
@Controller('api/v1/uploads')
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly limits: Limits,
  ) {}

  /** The body is the file itself; it is read once it is known who brings it. */
  @Post()
  @RouteConfig({ takesFiles: true } satisfies TakesFiles)
  @Allow('write', 'Filing')
  @HttpCode(201)
  @Answers(Upload, { status: 201 })
  async take(
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: For }) { for: kind }: z.infer<typeof For>,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<Upload> {
    if (!viewer.user) throw new HubError('ticket.missing');
    if (!(body instanceof Readable)) throw new HubError('upload.unreadable');
    if (Number(headers['content-length'] ?? 0) > mostUploadBytes) throw new HubError('upload.too-large');
    await this.limits.consume('upload', viewer, viewer.user.id);
    return this.uploads.take(viewer.user, kind, body);
  }

  /** Kept no longer than a page is open: who may see it can change. */
  @Get(':id/:width')
  @Everyone()
  @AnswersFile('image/webp')
  async picture(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Param('width', { schema: Width }) width: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { body, isPublic } = await this.uploads.picture(viewer, id, width);
    void reply.headers({ 'cache-control': `${isPublic ? 'public' : 'private'}, max-age=${maxAgeS}`, 'x-content-type-options': 'nosniff' });
    void reply.type('image/webp');
    return body;
  }
}
