import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out: nobody should be sent here any more. */
@Injectable()
export class Departure {
  private begun = false;

  begin(): void {
    this.begun = true;
  }

  get hasBegun(): boolean {
    return this.begun;
  }
}
