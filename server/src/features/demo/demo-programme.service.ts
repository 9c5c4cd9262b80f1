import { Injectable } from '@nestjs/common';
import { type ShanghaiDay, shanghaiDayAfter, shanghaiDayOf } from '@yunhui/domain';
import { layProgramme, loadDemoData } from '@yunhui/demo';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { ScheduleService } from '../schedule/index.js';
import { DemoRepository } from './demo.repository.js';
import { inSlices, sliceRows, toPlan } from './demo.rules.js';

/** Each session brings two links. */
const sessionsInASlice = sliceRows / 2;

/** Lays the demo's programme over the days. */
@Injectable()
export class DemoProgrammeService {
  constructor(
    private readonly database: Database,
    private readonly demo: DemoRepository,
    private readonly schedule: ScheduleService,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Today's and tomorrow's, so that late in the evening the lobby knows what comes next: what a start waits for. */
  async layNear(): Promise<boolean> {
    return this.layDays([0, 1]);
  }

  /** The days that the week's guide shows: yesterday, for its replays, up to six days from now. */
  async layWeek(): Promise<boolean> {
    return this.layDays([0, 1, 2, 3, 4, 5, 6, -1]);
  }

  /** Days that are laid stay as they are. Says whether there is a new one. */
  private async layDays(fromToday: readonly number[]): Promise<boolean> {
    const today = shanghaiDayOf(this.clock.now());
    const missing: ShanghaiDay[] = [];
    for (const days of fromToday) {
      const day = shanghaiDayAfter(today, days);
      if (!(await this.demo.isLaid(day))) missing.push(day);
    }
    for (const day of missing) await this.lay(day);
    return missing.length > 0;
  }

  private async lay(day: ShanghaiDay): Promise<void> {
    const activities = new Map(loadDemoData().programme.channels.map(({ slug, activity }) => [slug, activity]));
    const plans = layProgramme(day).map((laid) => toPlan(laid, activities.get(laid.channel)));
    for (const slice of inSlices(plans, sessionsInASlice)) await this.database.transaction((tx) => this.schedule.lay(tx, slice));
    await this.database.transaction(async (tx) => {
      if (await this.demo.noteLaid(tx, day, this.clock.date()))
        await this.facts.record(tx, { name: 'programme.laid', key: day, version: 1 });
    });
  }
}
