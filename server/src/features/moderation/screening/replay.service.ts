import { Injectable } from '@nestjs/common';
import type { Message, ReplayedTopic, ScreeningVerdict } from '@yunhui/contracts';
import { screen, versionOf } from '@yunhui/screening';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { LogRepository } from '../../../platform/realtime/index.js';
import { CurrentLists } from './current-lists.js';
import { type HeldWords, ReplayRepository } from './replay.repository.js';

type Replayed = ReplayedTopic['items'][number];
/** Words of the log, and what was done with them. */
type Said = { id: string; atMs: number; text: string; was: ScreeningVerdict; wasUnder?: string };

const most = 200;

/** Judges the log again by the lists as they are now: before a change is kept for good, a moderator sees what it would have done. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly log: LogRepository,
    private readonly rows: ReplayRepository,
    private readonly current: CurrentLists,
    private readonly regions: RegionTree,
  ) {}

  async of(viewer: Viewer, topic: string, before: number = Number.MAX_SAFE_INTEGER): Promise<ReplayedTopic> {
    whoMay(viewer, { action: 'read', on: 'Lists', region: 'CN' }, this.regions.pathOf);
    const rows = await this.log.history(topic, before, most);
    const published = rows.flatMap(({ id, at, body, retracted }) =>
      publishedWords(id, at, retracted ? undefined : (body.message as Message | undefined)),
    );
    const held = (await this.rows.held(topic, most)).map(heldWords);
    const items = [...published, ...held].flatMap((said) => this.judgedAgain(said));
    const last = rows.at(-1);
    return {
      version: versionOf(this.current.lists),
      judged: published.length + held.length,
      items,
      before: rows.length === most && last ? last.seq : null,
    };
  }

  /** What is kept is masked already, so of published words only a stricter verdict says anything. */
  private judgedAgain({ id, atMs, text, was, wasUnder }: Said): Replayed[] {
    const { verdict, findings } = screen(text, this.current.lists);
    const wasPublished = was === 'pass' || was === 'mask';
    const isPublished = verdict === 'pass' || verdict === 'mask';
    if (wasPublished === isPublished) return [];
    const rules = findings.map(({ rule }) => rule);
    return [{ id, at: new Date(atMs).toISOString(), text, was, ...(wasUnder && { wasUnder }), now: verdict, rules }];
  }
}

function publishedWords(id: string, atMs: number, message: Message | undefined): Said[] {
  return message ? [{ id, atMs, text: message.text, was: message.masked ? 'mask' : 'pass' }] : [];
}

const heldWords = ({ id, at_ms, text, review }: HeldWords): Said => ({ id, atMs: at_ms, text, was: 'hold', wasUnder: review.screening });
