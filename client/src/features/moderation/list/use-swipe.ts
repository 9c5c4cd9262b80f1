import { type PointerEvent, useRef } from 'react';

/** A row pulled this far is decided when it is let go. */
const DECIDES_PX = 96;
/** More than this is a movement, not a tap. */
const SLIP_PX = 12;

type Pull = { row: HTMLElement; id: string; x: number; y: number; pulled: number };

const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-hold]') ?? undefined) : undefined;

/** Fingers pull a row to the right to pass it and to the left to reject it; less far, and nothing has happened. */
export function useSwipe(decide: ((id: string, way: 'right' | 'left') => void) | undefined) {
  const pull = useRef<Pull>(undefined);
  const wasPulled = useRef(false);
  const letGo = () => {
    const { current } = pull;
    if (!current) return;
    current.row.style.transform = '';
    delete current.row.dataset['pulled'];
    pull.current = undefined;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const row = event.pointerType === 'mouse' || !decide ? undefined : rowOf(event.target);
      letGo();
      wasPulled.current = false;
      if (row) pull.current = { row, id: row.dataset['hold'] ?? '', x: event.clientX, y: event.clientY, pulled: 0 };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = pull;
      if (!current) return;
      const [right, down] = [event.clientX - current.x, event.clientY - current.y];
      if (current.pulled === 0 && (Math.abs(right) < SLIP_PX || Math.abs(down) > Math.abs(right))) return;
      current.pulled = right;
      current.row.style.transform = `translateX(${right}px)`;
      current.row.dataset['pulled'] = `${right > 0 ? 'right' : 'left'}${Math.abs(right) >= DECIDES_PX ? '-far' : ''}`;
    },
    onPointerUp: () => {
      const { current } = pull;
      letGo();
      wasPulled.current = (current?.pulled ?? 0) !== 0;
      if (current && Math.abs(current.pulled) >= DECIDES_PX) decide?.(current.id, current.pulled > 0 ? 'right' : 'left');
    },
    onPointerCancel: letGo,
    // A row that was pulled was not tapped.
    onClickCapture: (event: { stopPropagation: () => void; preventDefault: () => void }) => {
      if (!wasPulled.current) return;
      wasPulled.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
