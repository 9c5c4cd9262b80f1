import type { QueueItem } from '@yunhui/contracts';
import { type CSSProperties, createContext, type ReactNode, type Ref, useContext, useEffect, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useDesk } from '../desk.context.js';
import styles from './queue-list.module.css';
import { QueueRow } from './queue-row.js';
import { useRowKeys } from './use-row-keys.js';
import { useSwipe } from './use-swipe.js';

const LengthContext = createContext(0);

/** A row's place among all of them: those that are not drawn count too. */
function Place({ index, style, ref, children }: { index: number; style: CSSProperties; ref?: Ref<HTMLLIElement>; children: ReactNode }) {
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={useContext(LengthContext)}>
      {children}
    </li>
  );
}

/** Keeps the focused row in sight, and the keyboard on it when it was on the list. */
function useFocusedRow(focus: string | undefined, at: number) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const place = useRef(at);
  useEffect(() => {
    place.current = at;
  });
  useEffect(() => {
    if (focus === undefined || place.current < 0) return;
    list.current?.scrollToIndex(place.current, { align: 'nearest' });
    const inHand = document.activeElement;
    // Who is in the context, a field or a sheet stays there; the page as a whole is nowhere yet.
    if (!inHand?.contains(box.current) && !box.current?.contains(inHand)) return;
    const row = requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-hold="${focus}"] button`)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(row);
  }, [focus]);
  return { box, list };
}

/** So near the end of what was read the next page is asked for. */
const NEAR_END_PX = 600;

/** The rows in sight of all that wait. They stay where they are; what is new does not come between them by itself. */
export function QueueList({ choose }: { choose: (id: string) => void }) {
  const { queue, verdicts, decides } = useDesk();
  const { rows, items, focus, asked } = queue.use();
  const at = focus === undefined ? -1 : rows.indexOf(focus);
  const { box, list } = useFocusedRow(focus, at);
  const swipe = useSwipe(
    decides
      ? (id, way) => {
          const item = queue.state.items.get(id);
          if (item) verdicts.swiped(item, way);
        }
      : undefined,
  );
  const rowKeys = useRowKeys(queue);
  const undo = useRef((item: QueueItem) => verdicts.undo(item)).current;
  const scrolled = (offset: number) => {
    const { scrollSize = 0, viewportSize = 0 } = list.current ?? {};
    if (scrollSize - viewportSize - offset < NEAR_END_PX) void queue.more();
  };
  return (
    <LengthContext value={rows.length}>
      <div ref={box} className={styles.scroll} {...swipe} {...rowKeys}>
        <Virtualizer ref={list} as="ol" item={Place} data={rows} keepMounted={at < 0 ? [] : [at]} onScroll={scrolled}>
          {(id) => {
            const item = items.get(id);
            return item ? (
              <QueueRow key={id} item={item} me={queue.me} asked={asked.get(id)} focused={id === focus} choose={choose} undo={undo} />
            ) : (
              <div key={id} />
            );
          }}
        </Virtualizer>
      </div>
    </LengthContext>
  );
}
