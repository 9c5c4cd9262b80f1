import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Ffmpeg } from '../../platform/ffmpeg/index.js';
import { PictureSource, type PictureTurn, PictureTurns } from '../streams/index.js';
import { StillPlaces } from './still-places.js';
import { StillsService } from './stills.service.js';

/** Two at once: one waits for somebody's server while the other's picture is read. */
const atOnce = 2;
/** One run ends before its job's lock does; what is left is due, and the next run's. */
const runMs = 8_000;
const tidyEveryMs = 60_000;

/** Nobody guesses it, and it is never another picture's: caches may keep what it names. */
const newId = (): string => randomBytes(12).toString('base64url');

/** Takes stills of what is live, in a worker that has ffmpeg. One that cannot keep up takes them less often, and plates stand meanwhile. */
@Injectable()
export class StillTaker implements OnModuleDestroy {
  private readonly logger = new Logger(StillTaker.name);
  private isOver = false;
  private tidyAt = 0;

  constructor(
    private readonly turns: PictureTurns,
    private readonly source: PictureSource,
    private readonly ffmpeg: Ffmpeg,
    private readonly places: StillPlaces,
    private readonly stills: StillsService,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.isOver = true;
  }

  /** Takes a still of each link that is due, until none is or the run is over. */
  async takeDue(): Promise<void> {
    if (this.ffmpeg.state !== 'found') return;
    const until = performance.now() + runMs;
    const lane = async (): Promise<void> => {
      while (!this.isOver && performance.now() < until) {
        const [turn] = await this.turns.claim(this.clock.date(), 1);
        if (!turn) return;
        await this.take(turn);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    await this.tidy();
  }

  /** A link whose picture cannot be had keeps the still of before while that is fresh. */
  private async take(turn: PictureTurn): Promise<void> {
    try {
      const region = await this.places.regionOf(turn);
      if (region === undefined) return;
      const { bytes, container } = await this.source.of(turn.url);
      const { picture, type } = await this.ffmpeg.frame(bytes, container);
      const { id: link, channel, session, rank } = turn;
      const still = { id: newId(), at: this.clock.now(), link, channel, region, rank, type, ...(session !== null && { session }) };
      if (!this.isOver) await this.stills.keep(still, picture);
    } catch (error) {
      this.logger.debug(`no still of ${turn.id}: ${String(error)}`);
    }
  }

  private async tidy(): Promise<void> {
    if (this.clock.now() < this.tidyAt) return;
    this.tidyAt = this.clock.now() + tidyEveryMs;
    await this.stills.tidy();
  }
}
