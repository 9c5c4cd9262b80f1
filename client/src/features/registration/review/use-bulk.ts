import type { ApprovedFilings, ReviewCard } from '@yunhui/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../../ui/toast.js';
import { actOn, approveSeveral } from './reviews.js';
import { useReviewWords } from './use-review-words.js';
import { reviewsKey } from './use-reviews.js';

const MOST_AT_ONCE = 50;

/** What is chosen to be approved together; nothing is while one does not choose. */
export type Bulk = {
  chosen: ReadonlySet<string> | undefined;
  begin: () => void;
  end: () => void;
  toggle: (id: string) => void;
  approve: () => void;
  isBusy: boolean;
};

/** Choosing several of the rows and approving them together, with one way back for all of them. */
export function useBulk(rows: readonly ReviewCard[]): Bulk {
  const { t, problem } = useReviewWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const again = () => queries.invalidateQueries({ queryKey: reviewsKey });
  const undo = async ({ items }: ApprovedFilings) => {
    const approved = items.flatMap(({ id, version }) => (version === undefined ? [] : { id, version }));
    const undone = await Promise.allSettled(approved.map(({ id, version }) => actOn(id, { verb: 'undo', version })));
    const count = undone.filter(({ status }) => status === 'fulfilled').length;
    toast({ words: t('review.bulk.undone', { count }) });
    await again();
  };
  const approving = useMutation({
    mutationFn: approveSeveral,
    onSuccess: (answer) => {
      const count = answer.items.filter(({ outcome }) => outcome === 'approved').length;
      const left = answer.items.length - count;
      setChosen(undefined);
      toast({
        words: left > 0 ? t('review.bulk.partly', { count, left }) : t('review.bulk.done', { count }),
        ...(count > 0 && { action: { label: t('review.undo'), act: () => void undo(answer) } }),
      });
    },
    onError: (error) => toast({ words: problem(error, t('review.notSent')) }),
    onSettled: again,
  });
  const items = rows.flatMap(({ id, version }) => (chosen?.has(id) ? { id, version } : [])).slice(0, MOST_AT_ONCE);
  return {
    chosen,
    begin: () => setChosen(new Set()),
    end: () => setChosen(undefined),
    toggle: (id) =>
      setChosen((known) => {
        const next = new Set(known);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    approve: () => (items.length > 0 ? approving.mutate(items) : undefined),
    isBusy: approving.isPending,
  };
}
