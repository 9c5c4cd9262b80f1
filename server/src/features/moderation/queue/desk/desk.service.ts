import { Injectable } from '@nestjs/common';
import type { EarlierVerdict, HoldContext, QueueNote, QueueNotes, RoomLine, WriteNote } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { HubError } from '../../../../platform/hub-error.js';
import { DeviceNames } from '../../newcomers/device-names.js';
import { Scopes } from '../../scopes.js';
import { ContextRepository, type EarlierRow, type LineRow } from './context.repository.js';
import { type NoteRow, NotesRepository } from './notes.repository.js';
import { instant } from '../queue-item.rules.js';
import { QueueService } from '../queue.service.js';

const most = { notes: 50, aboutSomebody: 20, around: 10 };

/** What a moderator reads beside an item, and what they write for the next one. */
@Injectable()
export class DeskService {
  constructor(
    private readonly queue: QueueService,
    private readonly scopes: Scopes,
    private readonly context: ContextRepository,
    private readonly rows: NotesRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly devices: DeviceNames,
  ) {}

  /** The room around a message, its author's history, and what colleagues have noted about them. */
  async contextOf(viewer: Viewer, id: string): Promise<HoldContext> {
    const item = await this.queue.item(id);
    const place = { region: item.region?.key ?? null, scope: item.scope };
    this.scopes.mustRead(viewer, place);
    const { id: author } = item.author;
    const [lines, verdicts, notes, names, known, beside] = await Promise.all([
      this.context.around(item.topic, Date.parse(item.sentAt)),
      this.context.verdicts(author),
      this.rows.about(author, most.aboutSomebody),
      this.context.formerNames(author),
      this.context.author(author),
      this.scopes.mayDecide(viewer, place) ? this.devices.beside(author) : [],
    ]);
    const { kind, since, trust } = item.author;
    return {
      item,
      around: around(lines.map(toLine), id),
      author: {
        kind,
        since,
        trust,
        published: known?.published ?? 0,
        retracted: known?.retracted ?? 0,
        verdicts: verdicts.map(toEarlier),
        notes: notes.map(toNote),
        otherNames: [
          ...names.map((name) => ({ id: author, name, isSamePerson: true })),
          ...beside.map((other) => ({ ...other, isSamePerson: false })),
        ],
      },
    };
  }

  /** The notes of the watch over a scope, for handing it over. */
  async notes(viewer: Viewer, scope: string | undefined, before: string | undefined): Promise<QueueNotes> {
    const within = this.scopes.within(viewer, scope);
    const rows = await this.rows.ofWatch(within && [...within.scopes], before, most.notes + 1);
    const items = rows.slice(0, most.notes).map(toNote);
    const last = items.at(-1);
    return { items, ...(rows.length > most.notes && last && { next: last.id }) };
  }

  async write(viewer: Viewer, scope: string, note: WriteNote): Promise<QueueNote> {
    const asked = this.scopes.require(viewer, 'decide', scope);
    const id = await this.database.transaction(async (tx) => {
      const written = await this.rows.write(tx, { ...note, scope: asked.scope, by: asked.user.id });
      const difference = { scope: asked.scope, text: note.text };
      await this.audit.record(tx, { who: asked.user.id, act: 'note.written', subject: note.author ?? asked.scope, difference });
      return written;
    });
    const row = await this.rows.one(id);
    if (!row) throw new HubError('internal');
    return toNote(row);
  }
}

/** At most ten lines before the one looked at, itself, and ten after. */
function around(lines: RoomLine[], id: string): RoomLine[] {
  const place = lines.findIndex((line) => line.id === id);
  const middle = place < 0 ? lines.length : place;
  return lines.slice(Math.max(0, middle - most.around), middle + most.around + 1);
}

function toLine({ id, at_ms, name, author_id, text, state, seq }: LineRow): RoomLine {
  return {
    id,
    at: instant(at_ms),
    name: name ?? '',
    text: text ?? '',
    state,
    ...(author_id !== null && { author: author_id }),
    ...(seq !== null && { seq }),
  };
}

function toEarlier({ id, topic, text, verdict, rule, by_id, by_name, at_ms }: EarlierRow): EarlierVerdict {
  return {
    id,
    topic,
    text: text ?? '',
    verdict,
    at: instant(at_ms),
    ...(rule !== null && { rule }),
    ...(by_id !== null && { by: { id: by_id, name: by_name ?? '' } }),
  };
}

function toNote({ id, scope, author, text, by_id, by_name, at_ms }: NoteRow): QueueNote {
  return { id, scope, text, by: { id: by_id, name: by_name ?? '' }, at: instant(at_ms), ...(author !== null && { author }) };
}
