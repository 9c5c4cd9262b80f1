import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../platform/queue/index.js';
import { StreamReadingsService } from './stream-readings.service.js';

/** A stream that appears is on the tiles within five seconds: three of them may pass before it is read. */
const readEachMs = 3_000;

@Injectable()
export class StreamsProcessor {
  constructor(
    private readonly readings: StreamReadingsService,
    jobs: Jobs,
  ) {
    jobs.every('streams.read-due', {}, readEachMs);
  }

  @HandlesJob('streams.read-due')
  async readDue(): Promise<void> {
    await this.readings.readDue();
  }
}
