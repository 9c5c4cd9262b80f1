import { Injectable } from '@nestjs/common';
import type { FramesAnswer, History } from '@yunhui/contracts';
import type { Viewer } from '../auth/index.js';
import { EncodedBody } from '../encoded-body.js';
import { snapshotOf } from './frames.js';
import { LogRepository } from './log.repository.js';
import { entryOf } from './log.types.js';
import { Resume } from './resume.js';
import { Subscriptions } from './subscriptions.js';
import type { WarmTopic } from './warm-topic.js';

/** Finds out who asks, when it matters. */
type ViewerOf = () => Promise<Viewer>;

/** Bytes that many get, and what names them. */
export type EncodedSnapshot = { etag: string; body: EncodedBody; isPublic: boolean };

/** E10: reading without a socket. Everybody polls one address and gets the same bytes, made once. */
@Injectable()
export class Followers {
  private readonly encoded = new WeakMap<WarmTopic, EncodedSnapshot>();

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly resume: Resume,
    private readonly log: LogRepository,
  ) {}

  async snapshot(viewerOf: ViewerOf, name: string): Promise<EncodedSnapshot> {
    const topic = await this.subscriptions.readableBy(viewerOf, name);
    const etag = `W/"${topic.ring.epoch}-${topic.ring.head}-${topic.rev}"`;
    const kept = this.encoded.get(topic);
    if (kept?.etag === etag) return kept;
    const made = { etag, body: new EncodedBody(JSON.stringify(snapshotOf(topic))), isPublic: topic.head.audience === 'public' };
    this.encoded.set(topic, made);
    return made;
  }

  async frames(viewerOf: ViewerOf, name: string, epoch: string, after: number): Promise<FramesAnswer> {
    const topic = await this.subscriptions.readableBy(viewerOf, name);
    return this.resume.frames(topic, { epoch, after });
  }

  /** Newest first. `before` null: there is nothing older. */
  async history(viewerOf: ViewerOf, name: string, before: number | undefined, limit: number): Promise<History> {
    const topic = await this.subscriptions.readableBy(viewerOf, name);
    const rows = await this.log.history(topic.name, before ?? Number.MAX_SAFE_INTEGER, limit);
    const oldest = rows.at(-1);
    return { items: rows.map(entryOf), before: rows.length === limit && oldest ? oldest.seq : null };
  }
}
