import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { icon } from '../../../../ui/icon.js';
import styles from '../hosting.module.css';

/** What may wait: its name and how many it has. The rest is made when somebody looks. */
export function Fold({ name, count, children }: { name: string; count: number; children: () => ReactNode }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name} <small>{t('hosting.count', { count })}</small>
        <ChevronDown {...icon(18)} />
      </summary>
      <div className={styles.sessions}>{isOpen ? children() : null}</div>
    </details>
  );
}
