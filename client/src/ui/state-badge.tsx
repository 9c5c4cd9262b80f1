import type { MatrixState } from '@yunhui/contracts';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { StateGlyph } from './state-glyph.js';
import styles from './state.module.css';

type StateBadgeProps = {
  state: MatrixState;
  late?: boolean;
  /** 已取消, 已延期 and 延时中: what is known beside the state, and said instead of it. */
  cancelled?: boolean | undefined;
  /** With `cancelled`: to another time. */
  postponed?: boolean | undefined;
  overrun?: boolean;
  overPlate?: boolean;
};

/** Glyph and word. A change of state cross-fades in place: the key makes a new badge that fades in. */
export function StateBadge({
  state,
  late = false,
  cancelled = false,
  postponed = false,
  overrun = false,
  overPlate = false,
}: StateBadgeProps) {
  const { t } = useTranslation();
  const word = postponed ? 'postponed' : cancelled ? 'cancelled' : overrun ? 'overrun' : late ? 'late' : state;
  return (
    <span key={`${state}${word}`} className={styles.badge} data-state={state} data-over={overPlate || undefined}>
      <StateGlyph state={state} />
      {t(`state.${word}`)}
    </span>
  );
}
