import { useLayoutEffect, useRef, useState } from 'react';
import { heardSince, newestSeq, type ChatRow } from './chat.rules.js';

/** Closer to the end than this is at the end: a line may be half hidden. */
const AT_END_PX = 60;

/**
 * Keeps a log at its end while one reads there, and in its place while one reads further up or earlier messages come
 * in above. `unread` counts what came meanwhile.
 */
export function useLogScroll(rows: readonly ChatRow[]) {
  const log = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const [seenSeq, setSeenSeq] = useState(0);
  const shape = useRef({ height: 0, firstKey: rows[0]?.key });

  const toEnd = () => {
    const element = log.current;
    if (element) element.scrollTop = element.scrollHeight;
    setFollowing(true);
  };

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const earlierCame = shape.current.firstKey !== undefined && shape.current.firstKey !== rows[0]?.key;
    if (following) element.scrollTop = element.scrollHeight;
    else if (earlierCame && element.scrollTop < AT_END_PX) element.scrollTop += element.scrollHeight - shape.current.height;
    shape.current = { height: element.scrollHeight, firstKey: rows[0]?.key };
  }, [rows, following]);

  // The keyboard, a banner or a rotation changes the room's height: the end stays the end.
  useLayoutEffect(() => {
    const element = log.current;
    if (!element || !following) return undefined;
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [following]);

  const scrolled = () => {
    const element = log.current;
    if (!element) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX;
    if (following && !atEnd) setSeenSeq(newestSeq(rows));
    setFollowing(atEnd);
  };

  return { log, unread: following ? 0 : heardSince(rows, seenSeq).length, scrolled, toEnd };
}
