import type { OwnStanding, Standing, User } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { read } from './http.js';
import { realtimeIfOpen, withRealtime } from './realtime.js';

/** Who is shut out has no connection that would tell them when it is over. */
const ASKED_AGAIN_MS = 30_000;

/** What the hub has last told of one's standing: it speaks up only when there is something to tell. */
export function useToldStanding(): Standing | undefined {
  const subscribe = useCallback(
    (changed: () => void) =>
      withRealtime((client) => {
        changed();
        return client.onStanding(changed);
      }),
    [],
  );
  return useSyncExternalStore(subscribe, () => realtimeIfOpen()?.standing);
}

/**
 * What holds for one in a topic, and whether one moderates it. Asked only by those whom it can concern: who was told of
 * something, who was refused (`refused`), and who has a role.
 */
export function useOwnStanding(topic: string | undefined, viewer: User | null | undefined, refused = false): OwnStanding | undefined {
  const told = useToldStanding();
  const concerned = refused || told?.muted !== undefined || told?.banned !== undefined || (viewer?.grants.length ?? 0) > 0;
  const { data } = useQuery({
    queryKey: ['standing', topic, viewer?.id, told?.muted?.until, told?.banned?.until, refused],
    queryFn: ({ signal }) => read<OwnStanding>(`/me/standing?topic=${encodeURIComponent(topic ?? '')}`, signal),
    refetchInterval: refused ? ASKED_AGAIN_MS : false,
    enabled: topic !== undefined && viewer !== null && viewer !== undefined && concerned,
  });
  return concerned ? data : undefined;
}
