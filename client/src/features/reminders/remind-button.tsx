import BellPlus from 'lucide-react/icons/bell-plus';
import BellRing from 'lucide-react/icons/bell-ring';
import { Suspense, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass, type ButtonLook } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import { LateRemindSheet } from './late-remind-sheet.js';
import styles from './remind-button.module.css';
import { useReminders } from './reminder-store.js';
import type { Remindable } from './remindable.js';

/** `icon` is for rows, where its title stands beside it. */
export type RemindLook = ButtonLook | 'icon';

/** Offers to remind of a session that has not begun; says so when that is arranged. */
export function RemindButton({ session, look = 'plain' }: { session: Remindable; look?: RemindLook }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const isSet = useReminders().some(({ id }) => id === session.id);
  const label = t(isSet ? 'remind.isSet' : 'remind.set');
  const Bell = isSet ? BellRing : BellPlus;
  return (
    <>
      {look === 'icon' ? (
        <button type="button" className={styles.icon} data-set={isSet || undefined} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <Bell {...icon()} />
          <span className="unseen">{`${label} ${session.title}`}</span>
        </button>
      ) : (
        <button type="button" className={buttonClass(look)} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <Bell {...icon(18)} />
          {label}
        </button>
      )}
      {open ? (
        <Suspense>
          <LateRemindSheet session={session} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
