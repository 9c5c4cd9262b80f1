/** Gives back the connection; a second call does nothing. */
export type Release = () => void;

/**
 * Who may use the one connection next: append batches before everything else, otherwise in the
 * order of asking. Lists and imports hold it for a page at a time, so a message never waits long.
 */
export class Turns {
  private readonly first: ((release: Release) => void)[] = [];
  private readonly others: ((release: Release) => void)[] = [];
  private taken = false;

  take(urgent: boolean): Promise<Release> {
    return new Promise((resolve) => {
      (urgent ? this.first : this.others).push(resolve);
      this.next();
    });
  }

  private next(): void {
    if (this.taken) return;
    const waiter = this.first.shift() ?? this.others.shift();
    if (!waiter) return;
    this.taken = true;
    let given = false;
    waiter(() => {
      if (given) return;
      given = true;
      this.taken = false;
      this.next();
    });
  }
}
