import type { ChangeLinks, HostedSession, HostedSessions, LinkHistory, ListedLink, SignalSession } from '@yunhui/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, replace } from '../../../platform/http.js';

const all = ['host'];
const key = [...all, 'sessions'];
const keyOf = (session: string) => [...all, 'session', session];
const RE_READ_MS = 15_000;

/** Which sessions: of one channel, of one day. */
type Wanted = { channel?: string | undefined; day?: string | undefined };

/** The sessions whose links one keeps up. While others are read, those that were asked for before stand. */
export const useHostedSessions = ({ channel, day }: Wanted) => {
  const asked = new URLSearchParams({ ...(channel && { channel }), ...(day && { day }) });
  return useQuery({
    queryKey: [...key, channel, day],
    queryFn: ({ signal }) => read<HostedSessions>(`/host/sessions?${asked}`, signal),
    refetchInterval: RE_READ_MS,
    placeholderData: keepPreviousData,
  });
};

/** One of them, whenever it is. */
export const useHostedSession = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => read<HostedSession>(`/host/sessions/${encodeURIComponent(id)}`, signal),
    refetchInterval: RE_READ_MS,
  });

/** Puts another list in the place of the one that was read. Whatever comes of it, what stands now is read again. */
export function useLinkChanges() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ session, links }: { session: Pick<HostedSession, 'id' | 'version'>; links: ListedLink[] }) =>
      replace<HostedSession>(`/sessions/${session.id}/links`, { version: session.version, links } satisfies ChangeLinks),
    onSuccess: (changed) => {
      queries.setQueryData(keyOf(changed.id), changed);
      queries.setQueriesData<HostedSessions>(
        { queryKey: key },
        (known) => known && { ...known, items: known.items.map((session) => (session.id === changed.id ? changed : session)) },
      );
    },
    onError: () => queries.invalidateQueries({ queryKey: all }),
  });
}

/** Says that a session has begun or ended, or takes that back; what stands then is read again. */
export function useSignal(session: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (signal: SignalSession['signal']) => replace(`/sessions/${session}/signal`, { signal } satisfies SignalSession),
    onSettled: () => queries.invalidateQueries({ queryKey: all }),
  });
}

/** What was said of a link, newest first; asked for while somebody looks. */
export const useLinkHistory = (link: string, isOpen: boolean) =>
  useQuery({
    queryKey: ['links', link, 'history'],
    queryFn: ({ signal }) => read<LinkHistory>(`/links/${encodeURIComponent(link)}/history`, signal),
    enabled: isOpen,
    refetchInterval: RE_READ_MS,
  });
