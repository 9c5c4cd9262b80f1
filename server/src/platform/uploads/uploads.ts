import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Upload, UploadKind, User } from '@yunhui/contracts';
import { mostUploadBytes } from '@yunhui/domain';
import PQueue from 'p-queue';
import { v4 as uuid } from 'uuid';
import type { Viewer } from '../auth/index.js';
import { Clock } from '../clock.js';
import type { Transaction } from '../database/index.js';
import { HubError } from '../hub-error.js';
import { SharedAnswers } from '../shared-answers.js';
import { drawAnew } from './drawing.js';
import { type Subject, UploadsRepository } from './uploads.repository.js';

/** Whether somebody may see the pictures of a subject. */
type MayRead = (viewer: Viewer, subject: string) => Promise<boolean>;
/** A picture, and whether it is everybody's. */
type Shown = { body: Buffer; isPublic: boolean };

/** Whoever is not known: what they may see everybody may. */
const anybody: Viewer = { device: '', address: '' };
/** So long a picture is kept that nothing shows. */
const looseForMs = 86_400_000;
/** A crowd looks at one cover: so long, and so many, are answered from memory. */
const shared = { sharedMs: 30_000, mostKept: 64 };

/**
 * Pictures that people bring: drawn anew, kept in the store, and shown to whoever may see what they belong to. A feature
 * opens its kind to readers, and holds what it shows in the transaction that shows it; what nothing holds is forgotten in a day.
 */
@Injectable()
export class Uploads {
  /** One at a time: unpacking a large one takes a core and its pixels' memory. */
  private readonly drawing = new PQueue({ concurrency: 1 });
  private readonly readers = new Map<UploadKind, MayRead>();
  private readonly everybodys = new SharedAnswers<Shown>(shared);

  constructor(
    private readonly uploads: UploadsRepository,
    private readonly clock: Clock,
  ) {}

  /** Said once at start, by the feature that shows pictures of a kind. Whoever brought one sees it in any case. */
  openTo(kind: UploadKind, mayRead: MayRead): void {
    this.readers.set(kind, mayRead);
  }

  /** Keeps a picture out of the body of a request. */
  async take({ id: by }: Pick<User, 'id'>, kind: UploadKind, body: Readable): Promise<Upload> {
    const file = await bytesOf(body);
    const forms = await this.drawing.add(() => drawAnew(file));
    const [id, at] = [uuid(), this.clock.date()];
    await this.uploads.add({ id, kind, subject: null, uploadedBy: by, uploadedAt: at, looseSince: at }, forms);
    return { id };
  }

  /** A picture as WebP, in a width or the widest below it. To whom it is not shown it is not there. */
  async picture(viewer: Viewer, id: string, width: number): Promise<Shown> {
    try {
      return await this.everybodys.of(`${id}/${width}`, () => this.shownTo(anybody, id, width));
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      return { ...(await this.shownTo(viewer, id, width)), isPublic: false };
    }
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

  private async shownTo(viewer: Viewer, id: string, width: number): Promise<Shown> {
    const row = await this.uploads.byId(id);
    const isOwn = row !== undefined && row.uploadedBy === viewer.user?.id;
    const holder = row?.looseSince === null ? row.subject : null; // what was taken away is its owner's alone
    const isShown = row !== undefined && holder !== null && (await this.readers.get(row.kind)?.(viewer, holder)) === true;
    const body = isOwn || isShown ? await this.uploads.form(id, width) : undefined;
    if (!body) throw new HubError('upload.unknown');
    return { body, isPublic: true };
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
