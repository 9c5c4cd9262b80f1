import { useQueryClient } from '@tanstack/react-query';
import type { TopicView } from '@yunhui/realtime-client';
import { useEffect } from 'react';
import { withRealtime } from '../../../platform/realtime.js';
import { reviewsKey } from './use-reviews.js';

/** Hints come in rushes, as when a whole city hands in on its last day: the desk is read again this often at most. */
const GATHER_MS = 300;

const placeOf = ({ epoch, seq, restarted }: TopicView): string => `${epoch} ${restarted} ${seq}`;

/**
 * Follows the desks of these scopes. Whatever is new in one, or may have been missed while the connection was away, has the
 * list and the open filing read again: a hint says that something is new, never what.
 */
export function useDeskHints(scopes: readonly string[]): void {
  const queries = useQueryClient();
  const joined = scopes.join(' ');
  useEffect(() => {
    if (joined === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: reviewsKey });
      }, GATHER_MS);
    };
    const stop = withRealtime((client) => {
      const stops = joined.split(' ').map((scope) => {
        const topic = `desk:${scope.toLowerCase()}`;
        let seen: string | undefined;
        return client.follow(topic, () => {
          const view = client.viewOf(topic);
          if (view.epoch === undefined || placeOf(view) === seen) return;
          seen = placeOf(view);
          again();
        });
      });
      return () => stops.forEach((end) => end());
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [joined, queries]);
}
