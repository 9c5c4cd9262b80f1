import type { User } from '@yunhui/contracts';
import { useCallback, useState } from 'react';
import { DeskHead } from './desk-head.js';
import { noDraft, type ReturnDraft } from './draft.rules.js';
import { FilingPane } from './filing-pane.js';
import styles from './review-desk.module.css';
import { isInPart, scopesOf } from './review.rules.js';
import { ReviewListPane } from './review-list.js';
import { UndoBar } from './undo-bar.js';
import { useDeskHints } from './use-desk-hints.js';
import { useReviewAddress } from './use-review-address.js';
import { useReviewList } from './use-reviews.js';
import { useRowKeys } from './use-row-keys.js';

/** The desk of one reviewer: what waits, and beside it the filing one reads. On a phone one of them at a time. */
export function ReviewDesk({ me }: { me: User }) {
  const address = useReviewAddress();
  const scopes = scopesOf(me.grants);
  useDeskHints(scopes);
  const waiting = useReviewList(undefined);
  const all = useReviewList(address.list === 'all' ? scopes[0] : undefined);
  const asked = address.list === 'all' ? all : waiting;
  const cards = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const rows = cards.filter((card) => isInPart(card, address.part));
  const id = address.id ?? rows[0]?.id;
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ReturnDraft>>(new Map());
  const [decided, setDecided] = useState<string>();
  const keepDraft = useCallback((of: string, draft: ReturnDraft) => setDrafts((known) => new Map(known).set(of, draft)), []);
  // Also of what one decided before the page was loaded again, when one looks at it.
  const undoable = decided ?? id;
  useRowKeys(rows, id, address.go);
  return (
    <div className={styles.desk} data-open={address.id !== undefined || undefined}>
      <DeskHead me={me} address={address} waiting={waiting.data?.pages} />
      <ReviewListPane address={address} asked={asked} cards={cards} rows={rows} current={id} />
      {id === undefined ? (
        <div className={styles.nothing} />
      ) : (
        <FilingPane
          key={id}
          id={id}
          me={me}
          draft={drafts.get(id) ?? noDraft}
          keepDraft={keepDraft}
          address={address}
          decided={() => {
            setDecided(id);
            // It leaves the queue, and stays in sight with what came of it until one goes on.
            address.go({ id });
          }}
        />
      )}
      {undoable === undefined ? null : <UndoBar key={`undo ${undoable}`} id={undoable} done={() => setDecided(undefined)} />}
    </div>
  );
}
