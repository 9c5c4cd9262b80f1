import type { DayAxis as Axis } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { useMedia } from '../../platform/use-media.js';
import styles from './day-axis.module.css';
import { type AxisGap, gapTargets, minutesOf, partsOf, percentOf, ticksOf } from './day-axis.rules.js';

/** How much of the axis a finger covers, in percent of its width: 44 px of about 900, and of about 340 on a phone. */
const fingerWide = 5;
const fingerOnPhone = 13;

type DayAxisProps = {
  axis: Axis;
  now: number;
  /** Which day it is, in words: 今日. */
  day: string;
  /** What a press on a gap does; without it the axis is only looked at. */
  openGaps?: (gaps: readonly AxisGap[]) => void;
};

const gapsOf = ({ stretches }: Axis): readonly AxisGap[] => stretches.filter(({ kind }) => kind === 'gap');

/** The gaps of an axis in words. */
export function useGapWords() {
  const { t, clock } = useWords();
  const range = ({ from, to }: AxisGap) => t('time.range', { start: clock(from), end: clock(to) });
  const listed = (gaps: readonly AxisGap[]) => gaps.map(range).join(t('axis.comma'));
  return {
    range,
    /** All of them: 2 处空档，11:30–12:00、… */
    said: (axis: Axis) => {
      const gaps = gapsOf(axis);
      return gaps.length === 0 ? t('axis.noGaps') : t('axis.gaps', { count: gaps.length, list: listed(gaps) });
    },
    /** What a button is called: 空档 30 分，11:30–12:00. */
    named: (gaps: readonly AxisGap[]) => t('axis.gap', { minutes: gaps.reduce((sum, gap) => sum + minutesOf(gap), 0), list: listed(gaps) }),
  };
}

/** 天轴: a day's service hours as one strip, in a sentence to who does not see it. Its gaps are written, and pressed where that leads on. */
export function DayAxis({ axis, now, day, openGaps }: DayAxisProps) {
  const { t, clock } = useWords();
  const { said } = useGapWords();
  const inside = now >= axis.from && now < axis.to;
  const sentence = t('axis.sentence', { day, from: clock(axis.from), to: clock(axis.to), gaps: said(axis) });
  return (
    <div className={styles.axis}>
      {/* A strip of parts that is one picture: there is no image file to name. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="img" aria-label={sentence}>
        <div className={styles.track}>
          {partsOf(axis.stretches, axis, now).map(({ key, look, left, width, minutes }) => (
            <i key={key} data-look={look} style={{ left: `${left}%`, width: `${width}%` }}>
              {look === 'gap' ? <b>{t('axis.minutes', { minutes })}</b> : null}
            </i>
          ))}
          {inside ? <i className={styles.now} style={{ left: `${percentOf(now, axis)}%` }} /> : null}
        </div>
        <div className={styles.ticks}>
          {ticksOf(axis).map((at) => (
            <span key={at} style={{ left: `${percentOf(at, axis)}%` }}>
              {clock(at)}
            </span>
          ))}
        </div>
      </div>
      {openGaps ? <GapButtons axis={axis} open={openGaps} /> : null}
    </div>
  );
}

function GapButtons({ axis, open }: { axis: Axis; open: (gaps: readonly AxisGap[]) => void }) {
  const { named } = useGapWords();
  const least = useMedia('(max-width: 767px)') ? fingerOnPhone : fingerWide;
  return gapTargets(gapsOf(axis), axis, least).map(({ left, width, gaps }) => (
    <button
      key={gaps[0]?.from}
      type="button"
      className={styles.gapButton}
      style={{ left: `${left}%`, width: `${width}%` }}
      aria-label={named(gaps)}
      title={named(gaps)}
      onClick={() => open(gaps)}
    />
  ));
}

/** What the looks mean. */
export function DayAxisLegend({ past, plan, filler, gap }: Record<'past' | 'plan' | 'filler' | 'gap', string>) {
  return (
    <p className={styles.legend} aria-hidden="true">
      {Object.entries({ past, plan, filler, gap }).map(([look, words]) => (
        <span key={look}>
          <i data-look={look} />
          {words}
        </span>
      ))}
    </p>
  );
}
