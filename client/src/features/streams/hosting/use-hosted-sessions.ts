import type { ChangeLinks, HostedSession, HostedSessions, LinkHistory, ListedLink, SignalSession } from '@yunhui/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, replace } from '../../../platform/http.js';

const key = ['host', 'sessions'];
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

/** Puts another list in the place of the one that was read. Whatever comes of it, what stands now is read again. */
export function useLinkChanges() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ session, links }: { session: Pick<HostedSession, 'id' | 'version'>; links: ListedLink[] }) =>
      replace<HostedSession>(`/sessions/${session.id}/links`, { version: session.version, links } satisfies ChangeLinks),
    onSuccess: (changed) =>
      queries.setQueriesData<HostedSessions>(
        { queryKey: key },
        (known) => known && { ...known, items: known.items.map((session) => (session.id === changed.id ? changed : session)) },
      ),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** Says that a session has begun or ended, or takes that back; what stands then is read again. */
export function useSignal(session: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (signal: SignalSession['signal']) => replace(`/sessions/${session}/signal`, { signal } satisfies SignalSession),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
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
