import { useCallback, useMemo, useState } from 'react';
import { useLatest } from '../../platform/use-latest.js';
import type { ChatRow } from './chat.rules.js';
import { fitting, longer, nothingDrawn, spanOf } from './drawn-rows.rules.js';

/** The rows that are drawn, whether there are more before and behind them, and how to have more of those. */
export type DrawnRows = {
  rows: readonly ChatRow[];
  more: { above: boolean; below: boolean };
  lengthen: (side: 'above' | 'below') => void;
};

/** Draws of all rows what can be seen soon: a busy room has hundreds, and each that is drawn costs at every word. */
export function useDrawnRows(
  all: readonly ChatRow[],
  { following, found, kept }: { following: boolean; found: string | undefined; kept: string | undefined },
): DrawnRows {
  const [before, set] = useState(nothingDrawn);
  const drawn = fitting(before, all, { following, found, kept });
  if (drawn !== before) set(drawn);

  const { rows, above, below } = useMemo(() => {
    const { from, to } = spanOf(drawn, all);
    return { rows: all.slice(from, to), above: from > 0, below: to < all.length };
  }, [drawn, all]);
  const latest = useLatest(all);
  const lengthen = useCallback((side: 'above' | 'below') => set((now) => longer(now, latest.current, side)), [latest]);
  return { rows, more: useMemo(() => ({ above, below }), [above, below]), lengthen };
}
