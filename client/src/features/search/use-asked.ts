import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { asked } from './search.rules.js';

/** Short enough to feel at once, long enough for a fast typist to be asked once a word. */
const PAUSE_MS = 80;

/**
 * What is typed, and what of it is asked. The address keeps what is asked, so that a search can be shared and the way
 * back from a result leads to it; letters that an input method is still composing are not asked.
 */
export function useAsked() {
  const { q: given = '' }: { q?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [text, setText] = useState(given);
  const [composing, compose] = useState(false);
  const written = useRef(given);

  useEffect(() => {
    if (given === written.current) return;
    written.current = given;
    setText(given);
  }, [given]);

  useEffect(() => {
    const next = asked(text);
    if (composing || next === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = next;
      void navigate({ to: '.', search: next === '' ? {} : { q: next }, replace: true, resetScroll: false });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, composing, navigate]);

  return { text, type: setText, compose, q: asked(given) };
}
