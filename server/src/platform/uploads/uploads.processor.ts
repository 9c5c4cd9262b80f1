import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../queue/index.js';
import { Uploads } from './uploads.js';

const forgetEachMs = 3_600_000;

@Injectable()
export class UploadsProcessor {
  constructor(
    private readonly uploads: Uploads,
    jobs: Jobs,
  ) {
    jobs.every('uploads.forget-loose', {}, forgetEachMs);
  }

  @HandlesJob('uploads.forget-loose')
  async forgetLoose(): Promise<void> {
    await this.uploads.forgetLoose();
  }
}
