import type { Risk } from '@yunhui/contracts';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import styles from './queue-row.module.css';

/** Diamond, square, circle: how bad it may be, by shape and letter and not by colour alone. */
export function RiskMark({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  return (
    <span className={styles.risk} data-risk={risk}>
      <span aria-hidden="true">{t(`desk.risk.${risk}.short`)}</span>
      <span className="unseen">{t(`desk.risk.${risk}`)}</span>
    </span>
  );
}
