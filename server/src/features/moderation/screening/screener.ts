import { Inject, Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { screen, type Screening, type Trust } from '@yunhui/screening';
import { CONFIG, type Config } from '../../../config.js';
import { CurrentLists } from './current-lists.js';
import { screenedWith, type Screened } from './judgement.rules.js';
import { ScreeningFigures } from './screening.figures.js';
import { Talk } from './talk.js';
import type { Surroundings, Uttered } from './talk-memory.js';

const mostNames = 10_000;
const alone: Surroundings = { person: 'fine' };

/** The pipeline with all that this node knows: its lists, and what was said lately. It asks nobody, but for the name of a burst, once. */
@Injectable()
export class Screener {
  private names = new Map<string, Screening>();
  private namesUnder = '';

  constructor(
    private readonly current: CurrentLists,
    private readonly figures: ScreeningFigures,
    private readonly talk: Talk,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `text` is as it was typed, trimmed and normalised. */
  async judge({ id, topic, text }: Pick<Uttered, 'id' | 'topic' | 'text'>, user: User, trust: Trust): Promise<Screened> {
    const surroundings = this.countsFloods(user) ? await this.heard({ id, topic, by: user.id, text, at: Date.now() }) : alone;
    const words = screen(text, this.current.lists, { trust, ...surroundings });
    const screened = screenedWith(text, words, this.judgeName(user.name));
    this.figures.judged(screened.verdict);
    return screened;
  }

  /** A name is judged once under the same lists, not with each message. */
  judgeName(name: string): Screening {
    const { lists } = this.current;
    if (this.namesUnder !== lists.version || this.names.size >= mostNames) this.names = new Map();
    this.namesUnder = lists.version;
    const known = this.names.get(name);
    if (known) return known;
    const judged = screen(name, lists);
    this.names.set(name, judged);
    return judged;
  }

  private async heard(uttered: Uttered): Promise<Surroundings> {
    const surroundings = this.talk.note(uttered);
    const { burst } = surroundings;
    return burst ? { ...surroundings, burst: { ...burst, id: await this.talk.meet(uttered.topic, burst) } } : surroundings;
  }

  /** How often somebody may say something is a limit like the others; the demo's own visitors read from a script. */
  private countsFloods({ sample }: User): boolean {
    return this.config.RATE_LIMITS === 'on' && !sample;
  }
}
