import type { FilingUnits } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './list.module.css';

/** Of one's units: which have yet to verify one, where colleagues of the others are invited, and where one more is applied for. */
export function UnitNotes({ units }: { units: FilingUnits['items'] }) {
  const { t } = useWords();
  return (
    <ul className={styles.units}>
      {units.map(({ key, name, isVerified }) => (
        <li key={key}>
          {isVerified ? (
            <Link to="/units/$unit" params={{ unit: key }} className={styles.people}>
              {t('form.list.people', { unit: name })}
            </Link>
          ) : (
            <p className={styles.due}>{t('form.list.waiting', { unit: name })}</p>
          )}
        </li>
      ))}
      <li>
        <Link to="/apply" className={styles.people}>
          {t('form.list.apply')}
        </Link>
      </li>
    </ul>
  );
}
