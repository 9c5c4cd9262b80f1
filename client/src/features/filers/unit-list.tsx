import type { UnitLine } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Field, Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import styles from './filers.module.css';
import { useUnits } from './use-units.js';

/** The units of one's desk, those where somebody waits to be verified first. */
export function UnitList() {
  const { t, problem } = useWords();
  const [words, setWords] = useState('');
  const { data, error, isPending } = useUnits(useDeferredValue(words.trim()));
  return (
    <>
      <Field label={t('filers.search')}>
        <input type="search" value={words} maxLength={100} onChange={({ target }) => setWords(target.value)} />
      </Field>
      {isPending ? <output className={styles.quiet}>{t('filers.reading')}</output> : null}
      <Problem>{problem(error, t('page.unreachable.body'))}</Problem>
      {data?.items.length === 0 ? (
        <EmptyState icon={<Building2 {...icon(32)} />} title={t('filers.none.title')}>
          {t('filers.none.body')}
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {data?.items.map((unit) => (
          <UnitRow key={unit.key} unit={unit} />
        ))}
      </ul>
      {data?.isMore ? <p className={styles.quiet}>{t('filers.more')}</p> : null}
    </>
  );
}

function UnitRow({ unit: { key, name, filers, waiting } }: { unit: UnitLine }) {
  const { t } = useWords();
  return (
    <li className={styles.row}>
      <Link to="/units/$unit" params={{ unit: key }} className={styles.name}>
        {name}
      </Link>
      <p className={styles.quiet}>{filers > 0 ? t('filers.count', { count: filers }) : t('filers.nobody')}</p>
      {waiting > 0 ? <p className={styles.waiting}>{t('filers.waiting', { count: waiting })}</p> : null}
    </li>
  );
}
