import type { Inbox } from '@yunhui/contracts';
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { read, write } from '../../platform/http.js';
import { withRealtime } from '../../platform/realtime.js';

const key = ['inbox'];

/** What this account is told, the newest first. */
export const useInbox = (user: string) =>
  useInfiniteQuery({
    queryKey: [...key, user],
    queryFn: ({ pageParam, signal }) => read<Inbox>(`/inbox${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Has the inbox read again whenever the hub hints at something new, or may have while the connection was away. */
export function useInboxHints(user: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const topic = `inbox:${user}`;
    return withRealtime((client) => {
      let seen: string | undefined;
      return client.follow(topic, () => {
        const { epoch, restarted, seq } = client.viewOf(topic);
        const place = `${epoch} ${restarted} ${seq}`;
        if (epoch === undefined || place === seen) return;
        seen = place;
        void queries.invalidateQueries({ queryKey: key });
      });
    });
  }, [user, queries]);
}

/** Marks this notice and all before it as read. */
export function useReadNotices(user: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (until: string) => write<Inbox>('/inbox/read', { until }),
    onSuccess: ({ unread }) =>
      queries.setQueryData<InfiniteData<Inbox>>(
        [...key, user],
        (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, unread })) },
      ),
  });
}
