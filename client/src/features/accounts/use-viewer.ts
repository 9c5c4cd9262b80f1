import type { User } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { recogniseMe } from '../../platform/ticket.js';

export const viewerKey = ['viewer'];

/** Who is looking: an account, a guest with a name, or nobody yet (`null`). The cookie knows; this page asks it once. */
export function useViewer(): { viewer: User | null | undefined } {
  const query = useQuery({ queryKey: viewerKey, queryFn: async () => (await recogniseMe())?.user ?? null, staleTime: Infinity });
  return { viewer: query.data };
}
