import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { createStore } from '../platform/store.js';
import { icon } from './icon.js';
import styles from './toast.module.css';

/** One calm sentence, and at most one thing to do about it. */
export type Toast = { words: string; action?: { label: string; act: () => void } };

const SHOWN_MS = 5_000;
/** What is to be pressed stays long enough to be reached by any hand. */
const SHOWN_WITH_ACTION_MS = 10_000;

const shown = createStore<Toast | undefined>(undefined);

/** Says it at the foot of the page. One at a time: the newer takes the place of the older. */
export const toast = (next: Toast): void => shown.set({ ...next });

/** Where toasts are shown; the shell has the one. `close` is the word for putting one away. */
export function ToastHost({ close }: { close: string }) {
  const current = shown.use();
  useEffect(() => {
    if (!current) return undefined;
    const timer = setTimeout(() => shown.set(undefined), current.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className={styles.place}>
      <output>
        {current ? (
          <span className={styles.toast}>
            <span>{current.words}</span>
            {current.action ? (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  shown.set(undefined);
                  current.action?.act();
                }}
              >
                {current.action.label}
              </button>
            ) : null}
            <button type="button" className={styles.close} aria-label={close} onClick={() => shown.set(undefined)}>
              <X {...icon(18)} />
            </button>
          </span>
        ) : null}
      </output>
    </div>
  );
}
