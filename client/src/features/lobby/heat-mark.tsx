import type { Heat } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './heat-mark.module.css';

/** What each term can give at most, as product.md's formula has it. */
const terms = [
  { term: 'viewers', most: 60 },
  { term: 'messages', most: 25 },
  { term: 'reactions', most: 15 },
] as const;

/** 热度 with its number; a tap shows the three terms it is the sum of, and in words how each is counted. */
export function HeatMark({ heat, of }: { heat: Heat; of: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.mark} aria-label={t('heat.ask', { score: heat.score, of })} onClick={() => setOpen(true)}>
        <span key={heat.score}>{t('heat.score', { score: heat.score })}</span>
      </button>
      {open ? (
        <Sheet title={t('heat.title', { score: heat.score })} close={() => setOpen(false)}>
          <p>{t('heat.why')}</p>
          <dl className={styles.terms}>
            {terms.map(({ term, most }) => (
              <div key={term}>
                <dt>
                  {t(`heat.${term}`)}
                  <span>{t(`heat.${term}.how`)}</span>
                </dt>
                <dd className="num">{t('heat.of', { points: heat[term], most })}</dd>
              </div>
            ))}
          </dl>
          <p>{t('heat.note')}</p>
        </Sheet>
      ) : null}
    </>
  );
}
