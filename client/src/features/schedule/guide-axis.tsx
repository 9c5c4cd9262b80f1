import type { DayAxis as Axis } from '@yunhui/contracts';
import { DayAxis, DayAxisLegend } from '../../ui/day-axis/day-axis.js';
import styles from './guide.module.css';
import { useGuideWords } from './use-guide-words.js';

/** The axis of a day with its words: every gap is named to who cannot see it. */
export function GuideAxis({ axis, now, label, legend = false }: { axis: Axis; now: number; label: string; legend?: boolean }) {
  const { t, clock } = useGuideWords();
  const ranges = axis.stretches
    .filter(({ kind }) => kind === 'gap')
    .map(({ from, to }) => t('time.range', { start: clock(from), end: clock(to) }));
  const gaps =
    ranges.length === 0
      ? t('schedule.axisNoGaps')
      : t('schedule.axisGaps', { count: ranges.length, list: ranges.join(t('schedule.comma')) });
  const sentence = t('schedule.axisSentence', { day: label, from: clock(axis.from), to: clock(axis.to), gaps });
  return (
    <div className={legend ? styles.dayline : undefined}>
      {legend ? <b aria-hidden="true">{t('schedule.axis', { day: label })}</b> : null}
      <DayAxis axis={axis} now={now} sentence={sentence} clock={clock} />
      {legend ? (
        <DayAxisLegend
          past={t('schedule.legend.past')}
          plan={t('schedule.legend.plan')}
          filler={t('schedule.legend.filler')}
          gap={t('schedule.legend.gap')}
        />
      ) : null}
    </div>
  );
}
