import Search from 'lucide-react/icons/search';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { icon } from '../../../ui/icon.js';
import { KeyCap } from '../keys/key-cap.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './desk-head.module.css';

/** Who types is not asked after each letter. */
const TYPED_MS = 300;

/** Looks for words in messages, names and rooms. Escape empties it and goes back to the queue. */
export function DeskSearch({ words, look }: { words: string; look: (words: string) => void }) {
  const { t } = useDeskWords();
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  const field = useRef<HTMLInputElement>(null);
  // By another way, such as Back or a filter that was dropped.
  if (known !== words) {
    setKnown(words);
    setTyped(words);
  }
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(() => look(typed), TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed, words, look]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(typed);
    field.current?.blur();
  };
  return (
    <search className={styles.search}>
      <form onSubmit={submit}>
        <label>
          <Search {...icon(16)} />
          <input
            ref={field}
            data-desk-search
            type="search"
            placeholder={t('desk.search')}
            aria-label={t('desk.search')}
            value={typed}
            maxLength={100}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={({ key }) => {
              if (key !== 'Escape') return;
              setTyped('');
              field.current?.blur();
            }}
          />
          <KeyCap of="search" />
        </label>
      </form>
    </search>
  );
}

/** The key for it. */
export const focusSearch = (): void => document.querySelector<HTMLInputElement>('[data-desk-search]')?.focus();
