import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { Clock } from '../clock.js';
import { EncodedBody, varies } from '../encoded-body.js';

const PUBLIC = 'hub:public-resource';

/** `maxAgeS`: how long a cache may answer for us. `type`: the handler gives the text of the answer itself, not a value for JSON. */
export type PublicOptions = { maxAgeS: number; type?: string };

const json = 'application/json; charset=utf-8';

/**
 * A GET that is the same for everybody: ETag, 304, any origin, compressed once for each version.
 * The handler must not look at who asks. What has not changed keeps the `at` of when it was made, so what time it is
 * now stands in `x-hub-time`, in ms, also of a 304; a cache's `age` is to be added.
 */
export const PublicResource = (options: PublicOptions): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, options), UseInterceptors(PublicResources));

const mostKept = 64;

/** Answers public resources. Bodies are kept by their ETag, so that a crowd that asks for one version costs one compression. */
@Injectable()
export class PublicResources implements NestInterceptor {
  private readonly bodies = new Map<string, EncodedBody>();

  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { maxAgeS, type } = this.reflector.get<PublicOptions>(PUBLIC, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((value: unknown) => this.answer(request, reply, { value, maxAgeS, type })));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { value, maxAgeS, type }: { value: unknown } & PublicOptions,
  ): Promise<Buffer | string> {
    const text = type !== undefined && typeof value === 'string' ? value : JSON.stringify(value);
    const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
    void reply.headers({
      etag,
      'cache-control': `public, max-age=${maxAgeS}`,
      'access-control-allow-origin': '*',
      'x-hub-time': String(this.clock.now()),
    });
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(304).headers(varies);
      return '';
    }
    const { bytes, headers } = await this.bodyOf(etag, text).formFor(request.headers['accept-encoding']);
    void reply.type(type ?? json).headers(headers);
    return bytes;
  }

  private bodyOf(etag: string, text: string): EncodedBody {
    const known = this.bodies.get(etag);
    if (known) return known;
    const made = new EncodedBody(text);
    this.bodies.set(etag, made);
    for (const oldest of this.bodies.keys()) {
      if (this.bodies.size <= mostKept) break;
      this.bodies.delete(oldest);
    }
    return made;
  }
}

/** Whether the asker has this version already. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((known) => known.trim() === '*' || bare(known) === bare(etag)) ?? false;
}

const bare = (etag: string): string => etag.trim().replace(/^W\//, '');
