import { useRef, useState } from 'react';
import { useFound } from '../use-found.js';
import { useRoom } from '../use-room.js';
import { type FeedFilter, feedOf, waitingIn } from './feed-items.js';

type Look = { epoch: string | undefined; upTo: number };

const none: readonly never[] = [];

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
  return {
    ...room,
    view,
    older,
    list,
    known: known === true,
    items: feedOf(rows, upTo, filter),
    waiting: known ? waitingIn(rows, upTo, filter) : 0,
    lookAgain,
  };
}

export type Feed = ReturnType<typeof useFeed>;
