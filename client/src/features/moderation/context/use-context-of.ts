import type { HoldContext } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { read } from '../../../platform/http.js';

/** Who walks quickly over rows does not ask for each. */
const DWELL_MS = 200;

export const contextKey = (id: string | undefined) => ['desk', 'context', id] as const;

/** What one looks at before deciding: the room around it, and what is known of its author. */
export function useContextOf(id: string | undefined) {
  const [asked, setAsked] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(id), DWELL_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return useQuery({
    queryKey: contextKey(id),
    queryFn: ({ signal }) => read<HoldContext>(`/moderation/holds/${id}/context`, signal),
    enabled: id !== undefined && asked === id,
    staleTime: 5_000,
  });
}
