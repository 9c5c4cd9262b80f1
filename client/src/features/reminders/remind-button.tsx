import BellPlus from 'lucide-react/icons/bell-plus';
import BellRing from 'lucide-react/icons/bell-ring';
import { lazy, Suspense, useState } from 'react';
import { loadWords } from '../../platform/i18n/index.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass, type ButtonLook } from '../../ui/button.js';
import { icon } from '../../ui/icon.js';
import styles from './remind-button.module.css';
import { useReminders } from './reminder-store.js';
import type { Remindable } from './remindable.js';

/** Its words and everything it draws come when it is first opened: the button stands on the first page too. */
const RemindSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('./remind-sheet.js'), loadWords('reminders', 'share')]);
  return { default: sheet.RemindSheet };
});

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
          <RemindSheet session={session} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
