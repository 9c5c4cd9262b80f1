import UserRound from 'lucide-react/icons/user-round';
import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import { remembered } from '../platform/memory.js';
import { useWords } from '../platform/i18n/use-words.js';
import { icon } from '../ui/icon.js';
import styles from './settings-menu.module.css';

/** Comes when it is first opened: a finger that comes down asks for it. */
const panel = () => import('./settings-panel.js');
const SettingsPanel = lazy(async () => ({ default: (await panel()).SettingsPanel }));

/** Only who has signed in is told of anything; without its code the menu is whole. */
const InboxWatch = lazy(async () => {
  try {
    return { default: (await import('./inbox-watch.js')).InboxWatch };
  } catch {
    return { default: () => null };
  }
});

/** A disclosure: Escape and a step outside close it. */
export function SettingsMenu() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // The keys are those of the button and the panel inside, which bubble here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.menu} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={styles.opener}
        aria-label={t('settings.open')}
        title={t('settings.open')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPointerDown={() => void panel()}
        onClick={() => setOpen(!open)}
      >
        <UserRound {...icon()} />
      </button>
      {remembered('known') === undefined ? null : (
        <Suspense>
          <InboxWatch />
        </Suspense>
      )}
      {open ? <div className={styles.away} aria-hidden="true" onClick={() => setOpen(false)} /> : null}
      {open ? (
        <Suspense>
          <SettingsPanel id={id} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
