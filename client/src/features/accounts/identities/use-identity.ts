import type { AnsweredIdentity, BeginIdentity, BegunIdentity, OwnIdentity } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, write } from '../../../platform/http.js';
import { become } from '../use-becoming.js';

/** Of whoever is signed in: with another it is asked again. */
const keyOf = (user: string | undefined) => ['identity', user ?? 'nobody'];

/** Signing in by a provider, as it stands for this browser. */
export const useIdentity = (user: string | undefined) =>
  useQuery({ queryKey: keyOf(user), queryFn: ({ signal }) => read<OwnIdentity>('/me/identity', signal), gcTime: 0 });

/** Goes to the provider. The page is left, so nothing comes after it. */
export const useBeginIdentity = () =>
  useMutation({
    mutationFn: (wanted: BeginIdentity) => write<BegunIdentity>('/identities/begin', wanted),
    onSuccess: ({ url }) => window.location.assign(url),
  });

/** What came of it. It is brought once, however often the page is drawn: an answer is good once. */
export function useIdentityAnswer(query: string) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['identity-answer', query],
    queryFn: async () => {
      const answered = await write<AnsweredIdentity>('/identities/answer', { query });
      if (answered.signedIn) become(queries, answered.signedIn);
      return answered;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Linking whom the provider named, not linking them, unlinking: each answers with how it is then. */
export function useIdentityActs(user: string | undefined) {
  const queries = useQueryClient();
  const onSuccess = (identity: OwnIdentity) => queries.setQueryData(keyOf(user), identity);
  return {
    link: useMutation({ mutationFn: () => write<OwnIdentity>('/me/identity', {}), onSuccess }),
    drop: useMutation({ mutationFn: () => remove<OwnIdentity>('/me/identity/pending'), onSuccess }),
    unlink: useMutation({ mutationFn: () => remove<OwnIdentity>('/me/identity'), onSuccess }),
  };
}
