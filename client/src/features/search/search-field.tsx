import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import styles from './search.module.css';

/** Longer than the hub reads: what is pasted is not lost while one shortens it. */
const MOST_TYPED = 200;

/** The field. `type` hears every letter, `compose` when an input method begins and ends, `down` and `enter` lead into the results. */
export function SearchField({
  text,
  type,
  compose,
  enter,
}: {
  text: string;
  type: (text: string) => void;
  compose: (on: boolean) => void;
  enter: () => void;
}) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);

  // A page gives its `main` the focus when it opens; who came to search wants to type, so the field takes it after that.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, []);

  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') type('');
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  };
  const clear = () => {
    type('');
    field.current?.focus();
  };
  return (
    <search className={styles.field}>
      <Search {...icon()} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={MOST_TYPED}
        value={text}
        data-search-field
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={pressed}
        onCompositionStart={() => compose(true)}
        onCompositionEnd={() => compose(false)}
      />
      {text === '' ? null : (
        <button type="button" aria-label={t('search.clear')} onClick={clear}>
          <X {...icon()} />
        </button>
      )}
    </search>
  );
}
