import { Injectable } from '@nestjs/common';
import { muteLadderMs, type PersonFile, type Sanction, type SanctionPage, type SanctionState } from '@yunhui/contracts';
import { highest, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { asSpeaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { readTime, type TimePlace, writtenTime } from '../../../platform/cursor.js';
import { Scopes } from '../scopes.js';
import { toSanction } from './sanction-row.js';
import { SanctionsReadRepository } from './sanctions-read.repository.js';
import { proposedStep, reachOf, strikesCountForMs } from './sanctions.rules.js';

const pageSize = 50;
const day = 86_400_000;

/** What moderators know of people: their file, and all that was done. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly read: SanctionsReadRepository,
    private readonly scopes: Scopes,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** A person, what was done about them where whoever asks may look, and the next step of the ladder. */
  async file(viewer: Viewer, id: string): Promise<PersonFile> {
    const { user: asker } = asSpeaker(viewer);
    const person = await this.read.person(id);
    if (!person) throw new HubError('person.unknown');
    const now = this.clock.date();
    const since = (ms: number): Date => new Date(now.getTime() - ms);
    const [strikes, figures, rows] = await Promise.all([
      this.read.strikes(id, since(strikesCountForMs)),
      this.read.figures(id, since(day)),
      this.read.list({ user: id, now, limit: pageSize, regions: this.scopes.ofPeople(viewer) }),
    ]);
    const untouchable = reachOf(asker, person, this.regions.pathOf);
    const role = highest(person.grants);
    const { name, kind, sample } = person;
    const { retracted, ...reports } = figures;
    return {
      user: { id, name, kind, since: new Date(person.since).toISOString(), ...(sample && { sample }) },
      ...(role && { role }),
      ...(untouchable && { untouchable }),
      strikes,
      proposed: proposedStep(strikes),
      ladderMs: [...muteLadderMs],
      sanctions: rows.map((row) => toSanction(row, now.getTime())),
      retracted,
      reports,
    };
  }

  /** What was done in a scope, newest first; without one, wherever whoever asks may look. */
  async list(viewer: Viewer, asked: { scope?: string; user?: string; state?: SanctionState; cursor?: string }): Promise<SanctionPage> {
    const now = this.clock.date();
    const regions = this.scopes.ofPeople(viewer, asked.scope);
    const after = asked.cursor === undefined ? undefined : readTime(asked.cursor);
    const rows = await this.read.list({ regions, user: asked.user, state: asked.state, after, now, limit: pageSize + 1 });
    const items = rows.slice(0, pageSize).map((row): Sanction => toSanction(row, now.getTime()));
    const last: TimePlace | undefined = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return { items, ...(last && { next: writtenTime(last) }) };
  }
}
