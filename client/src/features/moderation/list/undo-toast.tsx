import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { icon } from '../../../ui/icon.js';
import { useDesk } from '../desk.context.js';
import { KeyCap } from '../keys/key-cap.js';
import { useDeskWords } from '../use-desk-words.js';
import type { LastVerdict } from '../verdict/verdict-desk.js';
import styles from './undo-toast.module.css';

const SHOWN_MS = 5_000;

/** What one has just decided, and for five seconds the way back. */
function Toast({ last }: { last: LastVerdict }) {
  const { t, place } = useDeskWords();
  const { verdicts } = useDesk();
  const [left, setLeft] = useState(SHOWN_MS / 1000);
  useEffect(() => {
    const end = setTimeout(() => verdicts.forgetLast(), SHOWN_MS);
    const tick = setInterval(() => setLeft((seconds) => Math.max(1, seconds - 1)), 1000);
    return () => {
      clearTimeout(end);
      clearInterval(tick);
    };
  }, [verdicts]);
  const { verdict, masked, item, count } = last;
  return (
    <div className={styles.toast}>
      {verdict === 'passed' ? <Check {...icon(18)} /> : <X {...icon(18)} />}
      <output>{t(masked ? 'desk.done.masked' : `desk.done.${verdict}`, { count, place: place(item) })}</output>
      <button type="button" className={styles.undo} onClick={() => verdicts.undoLast()}>
        {t('desk.undo')}
        <KeyCap of="undo" />
        <span className="num" aria-hidden="true">
          {t('desk.seconds', { seconds: left })}
        </span>
      </button>
      <span className={styles.left} style={{ animationDuration: `${SHOWN_MS}ms` }} />
    </div>
  );
}

/** What is lost when the page is left now. */
function Unheard({ count }: { count: number }) {
  const { t } = useDeskWords();
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);
  return (
    <output className={styles.unheard}>
      <CloudOff {...icon(18)} />
      {t('desk.unheard', { count })}
    </output>
  );
}

/** At the foot of the rows: the last verdict, and those that wait for the hub. */
export function UndoToast() {
  const { verdicts, queue } = useDesk();
  const last = verdicts.useLast();
  const { asked } = queue.use();
  const unheard = [...asked.values()].filter((own) => own.unheard).length;
  return (
    <div className={styles.place}>
      {unheard > 0 ? <Unheard count={unheard} /> : null}
      {last ? <Toast key={`${last.item.id} ${last.item.version}`} last={last} /> : null}
    </div>
  );
}
