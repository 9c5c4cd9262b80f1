import type { Heat } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './heat-mark.module.css';

/** What each term can give at most, as product.md's formula has it. */
const terms = [
  { term: 'viewers', most: 60 },
  { term: 'messages', most: 25 },
  { term: 'reactions', most: 15 },
] as const;

/** The three terms of a channel's heat, and in words how each is counted. */
export function HeatSheet({ heat, close }: { heat: Heat; close: () => void }) {
  const { t } = useWords();
  return (
    <Sheet title={t('heat.title', { score: heat.score })} close={close}>
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
  );
}
