/**
 * Work that is done again and again, one look at a time: while one lasts nobody begins another, one that goes wrong is told of
 * and the next one comes, and whoever stops it waits for the look that goes on.
 */
export class RecurringWork {
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly wentWrong: (error: unknown) => void,
  ) {}

  /** From now on, until it is stopped; the first look is one interval away. */
  every(intervalMs: number): void {
    this.timer = setInterval(() => void this.look(), intervalMs);
  }

  /** A look, or the one that goes on. It never throws. */
  look(): Promise<void> {
    this.looking ??= this.work()
      .catch(this.wentWrong)
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }
}
