import { useCallback, useEffect, useRef, useState } from 'react';

/** Scrolling passes many tiles by: the set is told at most this often. */
const SETTLE_MS = 250;

/** A ref for every tile: it says when the tile comes and goes. */
export type Watch = (element: HTMLElement | null) => (() => void) | undefined;

/** Which tiles are on the screen or near it. Elements carry their key in `data-slug` and are given to `watch` as a ref. */
export function useInView(): { inView: ReadonlySet<string>; watch: Watch } {
  const [inView, setInView] = useState<ReadonlySet<string>>(new Set());
  const seen = useRef(new Set<string>());
  const observer = useRef<IntersectionObserver | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const observe = useCallback((): IntersectionObserver => {
    observer.current ??= new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const slug = target instanceof HTMLElement ? target.dataset.slug : undefined;
          if (!slug) continue;
          if (isIntersecting) seen.current.add(slug);
          else seen.current.delete(slug);
        }
        timer.current ??= setTimeout(() => {
          timer.current = undefined;
          setInView(new Set(seen.current));
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
        if (element.dataset.slug) seen.current.delete(element.dataset.slug);
      };
    },
    [observe],
  );
  return { inView, watch };
}
