import type { Refusal } from '@yunhui/contracts';

/**
 * Gets tickets from the page. A ticket that the hub refuses is asked for anew once; if that one is
 * refused too, one goes on as a viewer without a name: watching must not end with a sign-in.
 */
export class TicketDesk {
  #last: string | undefined;
  #refused: string | undefined;
  #nameless = false;

  constructor(private readonly ask: (refused?: string) => Promise<string | undefined>) {}

  async ticket(): Promise<string | undefined> {
    if (this.#nameless) return undefined;
    this.#last = await this.ask(this.#refused);
    return this.#last;
  }

  /** For requests over HTTP: the ticket one has, asked for only when there is none. */
  async current(): Promise<string | undefined> {
    return this.#last === undefined || this.#last === this.#refused ? this.ticket() : this.#last;
  }

  /** Whether trying again makes sense: with another ticket, or with none. */
  refused(refusal: Refusal): boolean {
    if (refusal.retry !== 'sign-in' || this.#nameless) return false;
    this.#nameless = this.#refused !== undefined || this.#last === undefined;
    this.#refused = this.#last;
    return true;
  }

  hasTicket(): boolean {
    return this.#last !== undefined && !this.#nameless;
  }

  accepted(): void {
    this.#refused = undefined;
  }

  /** Somebody signed in or out: what was refused before says nothing. */
  renew(): void {
    this.#last = undefined;
    this.#refused = undefined;
    this.#nameless = false;
  }
}
