import type { QueueRooms } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../../platform/http.js';

const RE_READ_MS = 10_000;

/** The rooms under one's grants, the most urgent first. */
export const useRooms = () =>
  useQuery({
    queryKey: ['desk', 'rooms'],
    queryFn: ({ signal }) => read<QueueRooms>('/moderation/rooms', signal),
    refetchInterval: RE_READ_MS,
  });
