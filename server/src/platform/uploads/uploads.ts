import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Upload, UploadKind, User } from '@yunhui/contracts';
import { mostUploadBytes, pictureWidths } from '@yunhui/domain';
import PQueue from 'p-queue';
import { v4 as uuid } from 'uuid';
import type { Viewer } from '../auth/index.js';
import { Clock } from '../clock.js';
import type { Transaction } from '../database/index.js';
import { HubError } from '../hub-error.js';
import { drawAnew } from './drawing.js';
import { type Subject, UploadsRepository } from './uploads.repository.js';

/** Who sees the pictures of a subject: everybody, whoever asks, or nobody who asks. */
type SeenBy = 'everybody' | 'asker' | 'nobody';
type Judge = (viewer: Viewer, subject: string) => Promise<SeenBy>;
/** A picture, and whether it is everybody's. */
type Shown = { body: Buffer; isPublic: boolean };

/** So long a picture is kept that nothing shows. */
const looseForMs = 86_400_000;
/** A crowd looks at one cover: so long, and so many, are answered from memory. */
const [sharedForMs, mostShared] = [30_000, 64];

/**
 * Pictures that people bring: drawn anew, kept in the store, and shown to whoever may see what they belong to. A feature
 * opens its kind to readers, and holds what it shows in the transaction that shows it; what nothing holds is forgotten in a day.
 */
@Injectable()
export class Uploads {
  /** One at a time: unpacking a large one takes a core and a hundred megabytes. */
  private readonly drawing = new PQueue({ concurrency: 1 });
  private readonly judges = new Map<UploadKind, Judge>();
  private readonly shared = new Map<string, { body: Buffer; at: number }>();

  constructor(
    private readonly uploads: UploadsRepository,
    private readonly clock: Clock,
  ) {}

  /** Said once at start, by the feature that shows pictures of a kind. Whoever brought one sees it in any case. */
  openTo(kind: UploadKind, seenBy: Judge): void {
    this.judges.set(kind, seenBy);
  }

  /** Keeps a picture out of the body of a request. */
  async take({ id: by }: Pick<User, 'id'>, kind: UploadKind, body: Readable): Promise<Upload> {
    const file = await bytesOf(body);
    const drawn = await this.drawing.add(() => drawAnew(file));
    const [id, at] = [uuid(), this.clock.date()];
    await this.uploads.add({ id, kind, subject: null, uploadedBy: by, uploadedAt: at, looseSince: at }, drawn);
    const { width, height, colour } = drawn;
    return { id, width, height, colour };
  }

  /** A picture as WebP, in a width or the widest below it. To whom it is not shown it is not there. */
  async picture(viewer: Viewer, id: string, width: number): Promise<Shown> {
    const key = `${id}/${width}`;
    const known = this.shared.get(key);
    if (known && performance.now() - known.at < sharedForMs) return { body: known.body, isPublic: true };
    const row = await this.uploads.byId(id);
    const seenBy = row?.subject != null ? await this.judges.get(row.kind)?.(viewer, row.subject) : undefined;
    const isPublic = seenBy === 'everybody' && row?.looseSince === null;
    const isOwn = row !== undefined && row.uploadedBy === viewer.user?.id;
    const body = isPublic || seenBy === 'asker' || isOwn ? await this.form(id, width) : undefined;
    if (!body) throw new HubError('upload.unknown');
    if (isPublic) this.share(key, body);
    return { body, isPublic };
  }

  /** From now on a subject shows these and no others. Anything but its own, or what this person brought for it, is refused. */
  async hold(tx: Transaction, by: Pick<User, 'id'>, { kind, subject }: Subject, ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)];
    const rows = await this.uploads.locked(tx, wanted);
    const fits = rows.filter((row) => row.kind === kind && (row.subject === null ? row.uploadedBy === by.id : row.subject === subject));
    if (fits.length < wanted.length) throw new HubError('upload.unknown');
    await this.uploads.hold(tx, { kind, subject }, wanted, this.clock.date());
  }

  async forgetLoose(): Promise<void> {
    await this.uploads.forgetLoose(new Date(this.clock.now() - looseForMs));
  }

  private async form(id: string, width: number): Promise<Buffer | undefined> {
    for (const each of pictureWidths.toReversed().filter((kept) => kept <= width)) {
      const body = await this.uploads.form(id, each);
      if (body) return body;
    }
    return undefined;
  }

  /** The oldest makes room. */
  private share(key: string, body: Buffer): void {
    this.shared.delete(key);
    this.shared.set(key, { body, at: performance.now() });
    const [oldest] = this.shared.keys();
    if (this.shared.size > mostShared && oldest !== undefined) this.shared.delete(oldest);
  }
}

/** The bytes of a body that is not too long. What is left unread stays so: ending the stream would end the connection before the answer. */
async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostUploadBytes) throw new HubError('upload.too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
