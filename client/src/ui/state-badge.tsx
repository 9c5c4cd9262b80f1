import type { MatrixState } from '@yunhui/contracts';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { StateGlyph } from './state-glyph.js';
import styles from './state.module.css';

/** Glyph and word. A change of state cross-fades in place: the key makes a new badge that fades in. */
export function StateBadge({ state, late = false, overPlate = false }: { state: MatrixState; late?: boolean; overPlate?: boolean }) {
  const { t } = useTranslation();
  return (
    <span key={`${state}${late}`} className={styles.badge} data-state={state} data-over={overPlate || undefined}>
      <StateGlyph state={state} />
      {t(late ? 'state.late' : `state.${state}`)}
    </span>
  );
}
