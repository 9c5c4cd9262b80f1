/** After this long a worse reading is taken again: device clocks drift. */
const readingKeptMs = 60_000;

/** The hub's clock seen from here: this device's, put right by the reading that took the least time on its way. */
export class HubClock {
  #offsetMs = 0;
  #roundTripMs = Infinity;
  #readAt = -Infinity;

  constructor(private readonly deviceNow: () => number = Date.now) {}

  now(): number {
    return Math.round(this.deviceNow() + this.#offsetMs);
  }

  /** `hubAt` was read somewhere between `sentAt` and now; without `sentAt` its way is not known and any other reading is better. */
  read(hubAt: number, sentAt?: number): void {
    const now = this.deviceNow();
    const roundTripMs = sentAt === undefined ? Number.MAX_VALUE : now - sentAt;
    if (roundTripMs >= this.#roundTripMs && now - this.#readAt < readingKeptMs) return;
    this.#offsetMs = hubAt - (sentAt === undefined ? now : sentAt + roundTripMs / 2);
    this.#roundTripMs = roundTripMs;
    this.#readAt = now;
  }

  /** The device slept, or its clock was set: the next reading counts, whatever its way. */
  forget(): void {
    this.#roundTripMs = Infinity;
  }
}
