import { useTranslation } from '../platform/i18n/use-translation.js';
import styles from './sample-mark.module.css';

/** 示例: invented content of the demo is marked wherever it appears. */
export function SampleMark({ overPlate = false }: { overPlate?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={styles.sample} data-over={overPlate || undefined} title={t('sample.why')}>
      {t('sample.mark')}
    </span>
  );
}
