import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Cut } from '@yunhui/contracts';
import { Broadcast, NodeNews } from '../../../platform/realtime/index.js';
import { RegionsService } from '../../regions/index.js';
import { CutBook } from './cut-book.js';
import { type CutAct, cutWord } from './cut.rules.js';

/** What the other nodes are told to look at. */
const cutsOff = 'cuts';

/** Tells every page that is connected here what to stop and what to go on with, and whoever comes what is cut off now. */
@Injectable()
export class CutWords implements OnModuleInit {
  constructor(
    private readonly book: CutBook,
    private readonly broadcast: Broadcast,
    private readonly news: NodeNews,
    private readonly regions: RegionsService,
  ) {}

  onModuleInit(): void {
    this.book.onNews((acts) => {
      for (const act of acts) this.broadcast.tellAll('cut', this.wordOf(act));
    });
    this.broadcast.greetWith(() => {
      const cuts = this.book.inForce().map((act) => this.wordOf(act));
      return cuts.length > 0 ? { cuts } : {};
    });
    this.news.on(cutsOff, () => void this.book.lookNow());
  }

  /** After an act of this node is kept: it holds here, and the other nodes look. */
  spread(act: CutAct): void {
    this.book.take([act]);
    this.news.tell(cutsOff);
  }

  private wordOf(act: CutAct): Cut {
    const within = act.target === 'region' ? this.regions.all().filter(({ path }) => path.includes(act.targetId)) : [];
    return cutWord(
      act,
      within.map(({ key }) => key),
    );
  }
}
