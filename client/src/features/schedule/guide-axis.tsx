import type { DayAxis as Axis } from '@yunhui/contracts';
import { DayAxis, DayAxisLegend } from '../../ui/day-axis/day-axis.js';
import styles from './guide.module.css';
import { useGuideWords } from './use-guide-words.js';

/** The axis of a day; with its legend it stands alone, and a press on a gap goes there in the guide below it. */
export function GuideAxis({ axis, now, label, goTo }: { axis: Axis; now: number; label: string; goTo?: (at: number) => void }) {
  const { t } = useGuideWords();
  if (!goTo) return <DayAxis axis={axis} now={now} day={label} />;
  return (
    <div className={styles.dayline}>
      <b aria-hidden="true">{t('schedule.axis', { day: label })}</b>
      <DayAxis axis={axis} now={now} day={label} openGaps={([gap]) => gap && goTo(gap.from)} />
      <DayAxisLegend
        past={t('schedule.legend.past')}
        plan={t('schedule.legend.plan')}
        filler={t('schedule.legend.filler')}
        gap={t('schedule.legend.gap')}
      />
    </div>
  );
}
