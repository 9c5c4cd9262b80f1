import type {
  ChangeWebhook,
  DeliveryPage,
  DeliveryState,
  RegisterWebhook,
  SentAgain,
  Webhook,
  WebhookList,
  WebhookSecret,
} from '@yunhui/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, replace, write } from '../../platform/http.js';

const key = ['webhooks'];
const RE_READ_MS = 5_000;

/** The webhooks of the regions one operates. */
export const useWebhooks = () =>
  useQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ signal }) => read<WebhookList>('/webhooks', signal),
    refetchInterval: RE_READ_MS,
  });

/** What is sent to one of them, the newest first; of one state, or all. */
export const useDeliveries = (webhook: string, state: DeliveryState | undefined) =>
  useInfiniteQuery({
    queryKey: [...key, 'sent', webhook, state ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (state) query.set('state', state);
      if (pageParam) query.set('cursor', pageParam);
      return read<DeliveryPage>(`/webhooks/${webhook}/deliveries?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: RE_READ_MS,
  });

/** Registers one. Its secret is told once and kept nowhere. */
export function useRegister() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: RegisterWebhook) => write<WebhookSecret>('/webhooks', wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
    gcTime: 0,
  });
}

/** What is done with one: what came of it is read at once. */
export function useWebhookActs(webhook: string) {
  const queries = useQueryClient();
  const path = `/webhooks/${webhook}`;
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  return {
    change: useMutation({ mutationFn: (wanted: ChangeWebhook) => replace<Webhook>(path, wanted), onSettled }),
    turn: useMutation({ mutationFn: (on: boolean) => replace<Webhook>(`${path}/on`, { on }), onSettled }),
    rotate: useMutation({ mutationFn: () => write<WebhookSecret>(`${path}/secret`, {}), onSettled, gcTime: 0 }),
    tryOut: useMutation({ mutationFn: () => write<unknown>(`${path}/try`, {}), onSettled }),
    again: useMutation({ mutationFn: (delivery: string) => write<unknown>(`${path}/deliveries/${delivery}/send`, {}), onSettled }),
    allAgain: useMutation({ mutationFn: () => write<SentAgain>(`${path}/deliveries/send-dead`, {}), onSettled }),
  };
}
export type WebhookActs = ReturnType<typeof useWebhookActs>;

/** Removes one. `done` comes before the list is read without it: whoever looks at it is led away first. */
export function useEnding(webhook: string, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => remove<unknown>(`/webhooks/${webhook}`),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}
