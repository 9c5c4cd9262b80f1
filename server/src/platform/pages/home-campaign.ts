import { Injectable } from '@nestjs/common';

type ReadHome = () => Promise<string | undefined>;

/** What was read serves this long; the outermost campaign is another once in a year. */
const freshMs = 2_000;

/** The campaign whose pages have the short addresses. Every page tells the client which it is, so that both speak of the same. */
@Injectable()
export class HomeCampaign {
  private read: ReadHome = async () => undefined;
  private known: string | undefined;
  private reading: Promise<void> | undefined;
  private readAt = -Infinity;

  /** The feature that knows campaigns says here how it is found. */
  isReadBy(read: ReadHome): void {
    this.read = read;
  }

  /** Its slug as last known: no page waits for the store once there is one. Undefined while there is no campaign. */
  async slug(): Promise<string | undefined> {
    if (performance.now() - this.readAt > freshMs) {
      this.readAt = performance.now();
      this.reading = this.look();
    }
    if (this.known === undefined) await this.reading;
    return this.known;
  }

  /** While the store is away what was known stays true. */
  private async look(): Promise<void> {
    this.known = await this.read().catch(() => this.known);
  }
}
