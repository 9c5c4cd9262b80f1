import type { BecomeGuest, OneTimeToken, Recover, SignedIn, SignUp } from '@yunhui/contracts';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalOf, write } from '../../platform/http.js';
import { realtimeIfOpen } from '../../platform/realtime.js';
import { dropTicket, keepTicket } from '../../platform/ticket.js';
import { viewerKey } from './use-viewer.js';

/**
 * A class that comes in at once stands behind one address, which lets in twenty new guests a second: who is told to come
 * later does so by itself, at a moment of their own. Of three hundred the last has a name after some twenty seconds; with
 * fewer tries than these one of them now and then would have none.
 */
const inTurn = {
  retry: (failures: number, error: Error): boolean => failures < 9 && refusalOf(error)?.retry === 'later',
  retryDelay: (failures: number, error: Error): number =>
    (refusalOf(error)?.retryAfterMs ?? 1_000) + Math.random() * Math.min(1_000 * 2 ** failures, 8_000),
};

/** Becoming somebody: the ticket is kept, the page knows the name, and the connection is made anew under it. */
export function become(queries: QueryClient, signedIn: SignedIn): void {
  keepTicket(signedIn);
  queries.setQueryData(viewerKey, signedIn.user);
  realtimeIfOpen()?.renew();
}

export function useBecoming<Input>(ask: (input: Input) => Promise<SignedIn>, patience: Partial<typeof inTurn> = {}) {
  const queries = useQueryClient();
  return useMutation({
    ...patience,
    mutationFn: ask,
    onSuccess: (signedIn) => become(queries, signedIn),
  });
}

export const useSignIn = () => useBecoming((credentials: { login: string; password: string }) => write<SignedIn>('/sign-in', credentials));

export const useBecomeGuest = () => useBecoming((guest: BecomeGuest) => write<SignedIn>('/guests', guest), inTurn);

/** Where an account is made: by a link of who files for a unit, of who is appointed to a role, of the first operator; by oneself to apply for a unit. */
export type SignUpPath = '/invitations/sign-up' | '/appointments/sign-up' | '/setup' | '/applicants';
/** Who applies for a unit has no link. */
type WantedAccount = Omit<SignUp, 'token'> & { token?: string | undefined };

/** By an invitation: an account of one's own, or one more unit or role for the account that one has. */
export const useSignUp = (path: SignUpPath) => useBecoming((wanted: WantedAccount) => write<SignedIn>(path, wanted));

export const useJoin = (path: '/invitations/join' | '/appointments/join') =>
  useBecoming((link: OneTimeToken) => write<SignedIn>(path, link));

/** A new password by a link: whoever set it is signed in. */
export const useRecover = () => useBecoming((wanted: Recover) => write<SignedIn>('/recovery', wanted));

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => write<unknown>('/sign-out', {}),
    onSuccess: () => {
      dropTicket();
      queries.setQueryData(viewerKey, null);
      realtimeIfOpen()?.renew();
    },
  });
}
