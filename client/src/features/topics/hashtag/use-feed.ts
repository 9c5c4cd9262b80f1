import { useMemo, useRef, useState } from 'react';
import { useFound } from '../use-found.js';
import { useRoom } from '../use-room.js';
import { type FeedFilter, type FeedItem, feedOf, keepSame, waitingIn } from './feed-items.js';

type Look = { epoch: string | undefined; upTo: number };

const none: readonly never[] = [];

/** The items with what did not change left as it was. */
function useKept(next: readonly FeedItem[]): readonly FeedItem[] {
  const [items, setItems] = useState(next);
  const kept = keepSame(items, next);
  if (kept !== items) setItems(kept);
  return kept;
}

/** A campaign-wide topic as a feed: what was there at the last look, newest first, and how much has come since. */
export function useFeed({ topic, me, filter }: { topic: string; me: string | undefined; filter: FeedFilter }) {
  const room = useRoom({ topic, carries: none, session: undefined, me });
  const { rows, room: view, older } = room.conversation;
  const [look, setLook] = useState<Look>();
  const known = view && view.status !== 'joining' && view.status !== 'refused';
  const lookAgain = () => setLook({ epoch: view?.epoch, upTo: view?.seq ?? 0 });
  // The first look is at what is there; another epoch has other numbers.
  if (known && look?.epoch !== view.epoch) lookAgain();

  const list = useRef<HTMLOListElement>(null);
  useFound(room.found, list, room.forgetFound);
  const upTo = look?.upTo ?? 0;
  const { region, answered } = filter;
  const next = useMemo(() => feedOf(rows, upTo, { region, answered }), [rows, upTo, region, answered]);
  const waiting = useMemo(() => waitingIn(rows, upTo, { region, answered }), [rows, upTo, region, answered]);
  const items = useKept(next);
  return {
    ...room,
    view,
    older,
    list,
    known: known === true,
    items,
    waiting: known ? waiting : 0,
    lookAgain,
  };
}

export type Feed = ReturnType<typeof useFeed>;
