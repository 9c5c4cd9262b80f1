import { useRef, type KeyboardEvent, type PointerEvent, type SyntheticEvent } from 'react';
import { useShortcutsOn } from '../../platform/shortcuts.js';

/** A row pulled this far to the right is answered. */
const SWIPE_PX = 56;
/** More than this is a movement, not a tap. */
const SLIP_PX = 10;
const PRESS_MS = 450;

type Press = { row: HTMLElement; x: number; y: number; timer: ReturnType<typeof setTimeout>; swiping: boolean };

const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('li[tabindex]') ?? undefined) : undefined;

const keyOf = (row: HTMLElement | undefined): string | undefined => row?.dataset['key'];

/**
 * How a row is chosen and answered, on the list for all of its rows: a pointer rests on it, a finger presses it long
 * or pulls it to the right, the keyboard goes to it by arrows and presses R.
 */
export function useRowGestures({ choose, reply }: { choose: (key: string | undefined) => void; reply: (key: string) => void }) {
  const press = useRef<Press>(undefined);
  const { on: shortcuts } = useShortcutsOn();

  const letGo = () => {
    const { current } = press;
    if (!current) return;
    clearTimeout(current.timer);
    current.row.style.transform = '';
    press.current = undefined;
  };

  const onPointerDown = (event: PointerEvent) => {
    const row = rowOf(event.target);
    if (event.pointerType === 'mouse') return;
    letGo(); // of a finger before, that is still down
    if (!row) return choose(undefined);
    const timer = setTimeout(() => choose(keyOf(row)), PRESS_MS);
    press.current = { row, x: event.clientX, y: event.clientY, timer, swiping: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = press;
    if (!current) return;
    const [right, down] = [event.clientX - current.x, event.clientY - current.y];
    if (Math.abs(right) + Math.abs(down) > SLIP_PX) clearTimeout(current.timer);
    if (right > SLIP_PX && right > Math.abs(down)) current.swiping = true;
    if (current.swiping) current.row.style.transform = `translateX(${Math.max(0, Math.min(right, SWIPE_PX + 16))}px)`;
  };
  const onPointerUp = (event: PointerEvent) => {
    const { current } = press;
    const key = keyOf(current?.row);
    if (current?.swiping && event.clientX - current.x >= SWIPE_PX && key) reply(key);
    letGo();
  };

  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') choose(keyOf(rowOf(event.target)));
  };
  const onFocus = (event: SyntheticEvent) => {
    const row = rowOf(event.target);
    if (row) choose(keyOf(row));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event.target);
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : undefined;
    if (step) {
      event.preventDefault();
      let next = row[step];
      while (next && !next.matches('li[tabindex]')) next = next[step];
      if (next instanceof HTMLElement) next.focus();
    } else if (event.key.toLowerCase() === 'r' && shortcuts && event.target === row) {
      event.preventDefault();
      reply(keyOf(row) ?? '');
    }
  };

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: letGo,
    onPointerOver,
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') choose(undefined);
    },
    onFocus,
    onKeyDown,
  };
}
