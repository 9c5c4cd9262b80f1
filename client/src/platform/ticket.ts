import type { SignedIn } from '@yunhui/contracts';
import { HubRefused, write } from './http.js';
import { remember, remembered } from './memory.js';

/** A ticket lives 12 h; it is fetched anew well before. */
const FRESH_MS = 11 * 3_600_000;

let held: { ticket: string; until: number } | undefined;

/** Keeps the ticket that came with a sign-in or a new guest. The cookie beside it is the browser's business. */
export function keepTicket({ ticket }: SignedIn): void {
  held = { ticket, until: Date.now() + FRESH_MS };
  remember('known', 'yes');
}

export function dropTicket(): void {
  held = undefined;
  remember('known', undefined);
}

/** Who the cookie says one is, with a fresh ticket; nobody when there is none. A stranger is not even asked. */
export async function recogniseMe(): Promise<SignedIn | undefined> {
  if (remembered('known') === undefined) return undefined;
  try {
    const signedIn = await write<SignedIn>('/ticket', {});
    keepTicket(signedIn);
    return signedIn;
  } catch (error) {
    if (!(error instanceof HubRefused) || error.refusal.retry !== 'sign-in') throw error;
    dropTicket();
    return undefined;
  }
}

/** The ticket for a connection: the one held, or a fresh one by the cookie when it has run out or was refused. */
export async function currentTicket(refused?: string): Promise<string | undefined> {
  if (held && held.ticket !== refused && held.until > Date.now()) return held.ticket;
  held = undefined;
  return (await recogniseMe())?.ticket;
}
