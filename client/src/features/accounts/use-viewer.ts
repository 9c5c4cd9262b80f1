import type { BecomeGuest, SignedIn, User } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { write } from '../../platform/http.js';
import { realtimeIfOpen } from '../../platform/realtime.js';
import { dropTicket, keepTicket, recogniseMe } from '../../platform/ticket.js';

const viewerKey = ['viewer'];

/** Who is looking: an account, a guest with a name, or nobody yet (`null`). The cookie knows; this page asks it once. */
export function useViewer(): { viewer: User | null | undefined } {
  const query = useQuery({ queryKey: viewerKey, queryFn: async () => (await recogniseMe())?.user ?? null, staleTime: Infinity });
  return { viewer: query.data };
}

/** Becoming somebody: the ticket is kept, the page knows the name, and the connection is made anew under it. */
function useBecoming<Input>(ask: (input: Input) => Promise<SignedIn>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (signedIn) => {
      keepTicket(signedIn);
      queries.setQueryData(viewerKey, signedIn.user);
      realtimeIfOpen()?.renew();
    },
  });
}

export const useSignIn = () => useBecoming((credentials: { login: string; password: string }) => write<SignedIn>('/sign-in', credentials));

export const useBecomeGuest = () => useBecoming((guest: BecomeGuest) => write<SignedIn>('/guests', guest));

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
