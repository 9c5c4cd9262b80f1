import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { RegionsService } from '../regions/index.js';
import { CutBook } from '../streams/index.js';
import { byChannel, type KeptStill } from './stills.rules.js';
import { StillsStore } from './stills.store.js';

/** What one still looks like. */
export type Picture = { picture: Buffer; type: string };

/** A crowd that gets one new tile asks for one picture. */
const sharedMs = 1_000;

/** The stills that may be seen. What is cut off has none, from the moment that this process hears of it. */
@Injectable()
export class StillsService implements OnModuleInit {
  private readonly logger = new Logger(StillsService.name);
  private readonly read = new SharedAnswers<{ found?: Picture & { still: KeptStill } }>({ sharedMs, mostKept: 200 });

  constructor(
    private readonly store: StillsStore,
    private readonly book: CutBook,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.onNews((acts) => {
      if (acts.some(({ on }) => on))
        this.dropCut().catch((error: unknown) => this.logger.debug(`stills of a cut stay unseen: ${String(error)}`));
    });
  }

  /** Of each channel, the best link's first. None while Redis is away. */
  async byChannel(): Promise<ReadonlyMap<string, readonly KeptStill[]>> {
    const kept = await this.store.all().catch(() => []);
    return byChannel(
      kept.filter((still) => !this.isCut(still)),
      this.clock.now(),
    );
  }

  /** None: there is none, it is too old, or what it shows was cut off. */
  async pictureOf(id: string): Promise<Picture | undefined> {
    const { found } = await this.read.of(id, async () => {
      const kept = await this.store.read(id);
      return kept ? { found: { ...kept, type: kept.still.type } } : {};
    });
    return found && !this.isCut(found.still) ? found : undefined;
  }

  /** Keeps a still of what plays; not when it was cut off while the picture was made. */
  async keep(still: KeptStill, picture: Buffer): Promise<void> {
    if (this.isCut(still)) return;
    await this.store.keep(still, picture);
    if (this.isCut(still)) await this.store.drop([still]);
  }

  /** Forgets what is too old to be shown. */
  async tidy(): Promise<void> {
    const kept = await this.store.all();
    const fresh = new Set([...byChannel(kept, this.clock.now()).values()].flat());
    await this.store.drop(kept.filter((still) => !fresh.has(still)));
  }

  isCut({ link, session, channel, region }: Pick<KeptStill, 'link' | 'session' | 'channel' | 'region'>): boolean {
    if (this.book.isCut('link', link) || (session !== undefined && this.book.isCut('session', session))) return true;
    return this.book.stopsChannel(channel, this.regions.pathOf(region));
  }

  /** Every node does it, the acting one at once: a picture that is gone cannot be asked for. */
  private async dropCut(): Promise<void> {
    await this.store.drop((await this.store.all()).filter((still) => this.isCut(still)));
  }
}
