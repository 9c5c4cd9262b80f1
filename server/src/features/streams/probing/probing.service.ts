import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import type { LinkRow } from '../streams.repository.js';
import { HostGates } from './host-gates.js';
import { phaseOf } from './intervals.rules.js';
import { LinkJudge, type LinkMemory } from './link-judge.js';
import { LinkProbe } from './link-probe.js';
import { ProbingRepository } from './probing.repository.js';
import type { Look } from './readings.rules.js';

/** That nobody was there, as opposed to somebody who says no. */
const unreached: ReadonlySet<string> = new Set(['dns.unknown', 'tls.refused', 'http.unreachable', 'http.late', 'http.failing']);
const tidyEveryMs = 60_000;
/** Looks under way at once: a worker that is behind takes no more than it can do. */
const mostUnderWay = 256;

/** Looks at links when they are due, and says so when what it sees of a stream has changed. */
@Injectable()
export class ProbingService implements OnModuleDestroy {
  private readonly logger = new Logger(ProbingService.name);
  private readonly underWay = new Set<string>();
  private readonly gates = new HostGates();
  private tidyAt = 0;
  private isOver = false;

  constructor(
    private readonly links: ProbingRepository,
    private readonly judge: LinkJudge,
    private readonly probe: LinkProbe,
    private readonly clock: Clock,
  ) {}

  /** What is under way at the end of the process is due again in seconds, elsewhere. */
  onModuleDestroy(): void {
    this.isOver = true;
  }

  /** Looks at every link that is due now. One that fails never stops the others, and a slow host delays only its own. */
  async lookAtDue(): Promise<void> {
    const room = mostUnderWay - this.underWay.size;
    if (this.isOver || room <= 0) return;
    const due = (await this.links.claim(this.clock.date(), room)).filter(({ id }) => !this.underWay.has(id));
    const known = await this.judge.known(due.map(({ id }) => id));
    await Promise.all(due.map((link) => this.lookAt(link, known(link.id))));
    if (!this.isOver) await this.tidy();
  }

  private async lookAt(link: LinkRow, before: LinkMemory): Promise<void> {
    this.underWay.add(link.id);
    try {
      const look = await this.look(link);
      if (this.isOver) return;
      if (phaseOf(link, look.at) === 'live') await this.judge.judge(link, before, look);
      else await this.note(link, look);
    } catch (error) {
      this.logger.warn({ err: error, link: link.id }, 'a look was lost');
    } finally {
      this.underWay.delete(link.id);
    }
  }

  private async look({ url }: LinkRow): Promise<Look> {
    const reached = (look: Look) => look.found !== 'failed' || !unreached.has(look.finding);
    const look = await this.gates.through(url, () => this.probe.look(url), reached);
    return look === 'shut' ? { at: this.clock.now(), found: 'failed', finding: 'http.unreachable' } : look;
  }

  /** Before its time nothing of a link is anybody's concern but its host's. */
  private async note(link: LinkRow, look: Look): Promise<void> {
    const finding = look.found === 'failed' ? look.finding : 'all.good';
    if (finding !== link.finding) await this.links.noteFinding(link.id, finding);
  }

  private async tidy(): Promise<void> {
    if (this.clock.now() < this.tidyAt) return;
    this.tidyAt = this.clock.now() + tidyEveryMs;
    this.gates.forgetOld();
    await this.judge.forgetAllBut(await this.links.watched(this.clock.date()));
  }
}
