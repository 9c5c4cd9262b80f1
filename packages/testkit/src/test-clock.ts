/** The moment most tests speak of: noon of the first day of the national week, in Asia/Shanghai. */
export const noon = new Date('2023-09-17T12:00:00+08:00');

/** `minutesFromNoon(-1)` is 11:59. */
export function minutesFromNoon(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000);
}

/** A clock that stands still until a test moves it. It has the two methods of the server's clock. */
export class TestClock {
  #now: number;

  constructor(at: Date | number = noon) {
    this.#now = Number(at);
  }

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(this.#now);
  }

  /** Forward, or back when negative: clocks do that. */
  moveBy(ms: number): void {
    this.#now += ms;
  }

  setTo(at: Date | number): void {
    this.#now = Number(at);
  }
}
