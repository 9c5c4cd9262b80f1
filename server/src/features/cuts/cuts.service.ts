import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CutChoice, CutChoices, CutList, CutOff, CutStanding, CutTarget } from '@yunhui/contracts';
import { may, RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { type CutAct, CutBook, type NewAct } from '../streams/index.js';
import { CutActs } from './cut-acts.js';
import { CutSubjects, type Subject } from './cut-subjects.js';
import { linksOf, unreachedOf } from './cuts.rules.js';

/** 即时阻断: one action takes something off the air, another puts it back. */
@Injectable()
export class CutsService {
  constructor(
    private readonly subjects: CutSubjects,
    private readonly acts: CutActs,
    private readonly book: CutBook,
    private readonly access: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Off the air before the answer. Asked again with the same act, or when it is off already, it changes nothing more. */
  async cut(viewer: Viewer, { act, target, id: wanted, reason }: CutOff): Promise<CutStanding> {
    const subject = await this.subjects.require(target, wanted);
    const by = whoMay(viewer, { action: 'cut', on: 'Channel', region: subject.region }, this.access.pathOf);
    const standing = this.book.inForce().find((one) => one.target === target && one.targetId === subject.id);
    if (standing) return this.show(standing, subject, true);
    const { id: targetId, title, region } = subject;
    const done: NewAct = {
      id: act,
      target,
      targetId,
      on: true,
      title,
      reason,
      region,
      by: { id: by.id, name: by.name },
      at: this.clock.now(),
    };
    const { act: kept, written } = await this.acts.do(done, subject.places);
    return this.show(kept, subject, written);
  }

  /** On the air again. */
  async undo(viewer: Viewer, target: CutTarget, wanted: string): Promise<void> {
    const id = target === 'region' ? wanted.toUpperCase() : wanted;
    const standing = this.book.inForce().find((one) => one.target === target && one.targetId === id);
    if (!standing) throw new HubError('cut.unknown');
    const by = whoMay(viewer, { action: 'cut', on: 'Channel', region: standing.region }, this.access.pathOf);
    const { places } = await this.subjects.ofAct(standing);
    const done = { ...standing, id: randomUUID(), on: false, by: { id: by.id, name: by.name }, at: this.clock.now() };
    await this.acts.do(done, places);
  }

  /** What is cut off where somebody may put it back, the latest first. */
  async list(viewer: Viewer): Promise<CutList> {
    const mine = this.book.inForce().filter(({ region }) => this.may(viewer, region));
    return {
      items: await Promise.all(mine.map(async (act) => this.show(act, await this.subjects.ofAct(act), await this.acts.isWritten(act)))),
    };
  }

  /** What can be cut off at a channel, the smallest first, as far as somebody may. */
  async choices(viewer: Viewer, channel: string): Promise<CutChoices> {
    const all = await this.subjects.at(channel);
    return { items: all.filter(({ region }) => this.may(viewer, region)).map((subject) => this.choice(subject)) };
  }

  private may(viewer: Viewer, region: string): boolean {
    return may(viewer, { action: 'cut', on: 'Channel', region }, this.access.pathOf);
  }

  private choice({ target, id, title, titleEn, places }: Subject): CutChoice {
    const isCut = this.book.isCut(target, id);
    const called = { title, ...(titleEn !== undefined && { titleEn }) };
    return { target, id, ...called, channels: places.length, isCut, unreached: unreachedOf(linksOf(places, target, id)) };
  }

  private show(
    { target, targetId, title, reason, by, at }: CutAct,
    { titleEn, places }: Pick<Subject, 'titleEn' | 'places'>,
    kept: boolean,
  ): CutStanding {
    const unreached = unreachedOf(linksOf(places, target, targetId));
    const called = { title, ...(titleEn !== undefined && { titleEn }) };
    return { target, id: targetId, ...called, reason, by, at: new Date(at).toISOString(), kept, unreached };
  }
}
