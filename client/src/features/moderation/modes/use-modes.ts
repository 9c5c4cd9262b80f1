import type {
  ChangeMode,
  DutyStanding,
  RaiseShield,
  Shield,
  ShieldList,
  TopicMode,
  TopicModeList,
  TopicModeStanding,
} from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, replace, write } from '../../../platform/http.js';

const RE_READ_MS = 30_000;
const MOST_TOPICS = 64;

/** What is asked of some rooms, as it holds now. */
export function useModes(topics: readonly string[]) {
  const asked = topics.slice(0, MOST_TOPICS);
  return useQuery({
    queryKey: ['desk', 'modes', asked.toSorted().join()],
    queryFn: ({ signal }) => read<TopicModeList>(`/moderation/modes?topics=${asked.join()}`, signal),
    enabled: asked.length > 0,
    refetchInterval: RE_READ_MS,
    placeholderData: (before) => before,
  });
}

const modePath = (topic: string): string => `/topics/${topic}/mode`;
export const readMode = (topic: string): Promise<TopicModeStanding> => read<TopicModeStanding>(modePath(topic));

export const useMode = (topic: string) => useQuery({ queryKey: ['desk', 'mode', topic], queryFn: () => readMode(topic), staleTime: 0 });

/** Changes a room's own mode as one has seen it; what is shown of modes is read again. */
export function useChangeMode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ topic, mode, version }: { topic: string; mode: TopicMode; version: number }) =>
      replace<TopicModeStanding>(modePath(topic), { mode, version } satisfies ChangeMode),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['desk', 'modes'] });
      void queries.invalidateQueries({ queryKey: ['desk', 'mode'] });
    },
  });
}

export const useShields = () =>
  useQuery({
    queryKey: ['desk', 'shields'],
    queryFn: ({ signal }) => read<ShieldList>('/moderation/shields', signal),
    refetchInterval: RE_READ_MS,
  });

/** Every room under a shield is another at once, and so is what is shown of it. */
export function useShieldsAgain(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const part of ['shields', 'modes', 'mode']) void queries.invalidateQueries({ queryKey: ['desk', part] });
  };
}

export const useRaiseShield = () =>
  useMutation({ mutationFn: (shield: RaiseShield) => write<Shield>('/moderation/shields', shield), onSettled: useShieldsAgain() });

/** One is at the desk, and looks after these scopes. */
export const beatDuty = (scopes: readonly string[]): Promise<DutyStanding> => write<DutyStanding>('/moderation/duty', { scopes });
