import type { Heat } from '@yunhui/contracts';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import styles from './heat-mark.module.css';

/** Comes when it is first asked for: a finger that comes down does. */
const sheet = () => import('./heat-sheet.js');
const HeatSheet = lazy(async () => ({ default: (await sheet()).HeatSheet }));

/** 热度 with its number; a tap shows the three terms it is the sum of, and in words how each is counted. */
export function HeatMark({ heat, of }: { heat: Heat; of: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.mark}
        aria-label={t('heat.ask', { score: heat.score, of })}
        onPointerDown={() => void sheet()}
        onClick={() => setOpen(true)}
      >
        <span key={heat.score}>{t('heat.score', { score: heat.score })}</span>
      </button>
      {open ? (
        <Suspense>
          <HeatSheet heat={heat} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
