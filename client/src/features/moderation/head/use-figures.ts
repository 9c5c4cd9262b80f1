import type { QueueFigures } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../../platform/http.js';

const RE_READ_MS = 30_000;

/** What the last 24 hours were like, of all one may see. */
export const useFigures = () =>
  useQuery({
    queryKey: ['desk', 'figures'],
    queryFn: ({ signal }) => read<QueueFigures>('/moderation/figures', signal),
    refetchInterval: RE_READ_MS,
  });
