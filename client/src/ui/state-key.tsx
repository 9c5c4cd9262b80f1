import type { MatrixState } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { StateGlyph } from './state-glyph.js';
import styles from './state-key.module.css';

/** What the glyphs mean: each with its word, and with how many there are where `counts` says so. What else the key tells stands at its end. */
export function StateKey({
  states,
  counts,
  label,
  children,
}: {
  states: readonly MatrixState[];
  counts?: (state: MatrixState) => number;
  label?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ul className={`${styles.key} num`} aria-label={label}>
      {states.map((state) => (
        <li key={state} data-state={state}>
          <StateGlyph state={state} size={16} />
          {t(`state.${state}`)} {counts ? <span className={styles.count}>{counts(state)}</span> : null}
        </li>
      ))}
      {children}
    </ul>
  );
}
