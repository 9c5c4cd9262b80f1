import { createHash } from 'node:crypto';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
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

const PUBLIC = 'hub:public-resource';

/** `maxAgeS`: how long a cache may answer for us. `type`: the handler gives the text of the answer itself, not a value for JSON. */
export type PublicOptions = { maxAgeS: number; type?: string };

const json = 'application/json; charset=utf-8';

/**
 * A GET that is the same for everybody: ETag, 304, any origin, compressed once for each version.
 * The handler must not look at who asks.
 */
export const PublicResource = (options: PublicOptions): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, options), UseInterceptors(PublicResources));

type Coding = 'br' | 'gzip';
const compressors: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: promisify(gzip),
};
/** Below this a compressed answer is no shorter on the wire. */
const worthCompressing = 1_000;
const mostKept = 64;

/** Answers public resources. Compressed bodies are kept by their ETag, so that a crowd that asks for one version costs one compression. */
@Injectable()
export class PublicResources implements NestInterceptor {
  private readonly compressed = new Map<string, Promise<Buffer>>();

  constructor(private readonly reflector: Reflector) {}

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
    const body = Buffer.from(type !== undefined && typeof value === 'string' ? value : JSON.stringify(value));
    const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    void reply.headers({
      etag,
      'cache-control': `public, max-age=${maxAgeS}`,
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
    });
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return '';
    }
    void reply.type(type ?? json);
    const coding = codingFor(request.headers['accept-encoding']);
    if (!coding || body.length < worthCompressing) return body;
    void reply.header('content-encoding', coding);
    return this.compress(body, coding, etag);
  }

  private compress(body: Buffer, coding: Coding, etag: string): Promise<Buffer> {
    const key = `${coding} ${etag}`;
    const known = this.compressed.get(key);
    if (known) return known;
    const made = compressors[coding](body);
    this.compressed.set(key, made);
    for (const oldest of this.compressed.keys()) {
      if (this.compressed.size <= mostKept) break;
      this.compressed.delete(oldest);
    }
    return made;
  }
}

/** Whether the asker has this version already. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((known) => known.trim() === '*' || bare(known) === bare(etag)) ?? false;
}

const bare = (etag: string): string => etag.trim().replace(/^W\//, '');

/** The best coding of ours that the asker takes; `q=0` is a no. */
function codingFor(acceptEncoding = ''): Coding | undefined {
  const taken = acceptEncoding.split(',').flatMap((entry) => {
    const [name = '', weight = ''] = entry.toLowerCase().split(';');
    return /^\s*q=0(\.0*)?\s*$/.test(weight) ? [] : [name.trim()];
  });
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding) || taken.includes('*'));
}
