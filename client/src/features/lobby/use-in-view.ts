import { useCallback, useEffect, useRef, useState } from 'react';

/** Scrolling passes many tiles by: the set is told at most this often. */
const SETTLE_MS = 250;

/** A ref for every tile: it says when the tile comes and goes. */
export type Watch = (element: HTMLElement | null) => (() => void) | undefined;

/** Which tiles are on the screen or near it. Elements carry their key in `data-slug` and are given to `watch` as a ref. */
export function useInView(): { inView: ReadonlySet<string>; watch: Watch } {
  const [inView, setInView] = useState<ReadonlySet<string>>(new Set());
  /** By element: the channel on the stage may have a tile further down as well. */
  const seen = useRef(new Set<Element>());
  const observer = useRef<IntersectionObserver | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const observe = useCallback((): IntersectionObserver => {
    observer.current ??= new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) seen.current.add(target);
          else seen.current.delete(target);
        }
        timer.current ??= setTimeout(() => {
          timer.current = undefined;
          setInView(new Set([...seen.current].flatMap((element) => element.getAttribute('data-slug') ?? [])));
        }, SETTLE_MS);
      },
      { rootMargin: '200px' },
    );
    return observer.current;
  }, []);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      observer.current?.disconnect();
      observer.current = undefined;
    },
    [],
  );

  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      observe().observe(element);
      return () => {
        observer.current?.unobserve(element);
        seen.current.delete(element);
      };
    },
    [observe],
  );
  return { inView, watch };
}
