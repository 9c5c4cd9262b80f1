import type { DayAxis as Axis } from '@yunhui/contracts';
import styles from './day-axis.module.css';
import { partsOf, percentOf, ticksOf } from './day-axis.rules.js';

/** 天轴: a day's service hours as one strip. `sentence` says the same to who does not see it; `clock` writes the hours. */
export function DayAxis({ axis, now, sentence, clock }: { axis: Axis; now: number; sentence: string; clock: (at: number) => string }) {
  const inside = now >= axis.from && now < axis.to;
  return (
    // A strip of parts that is one picture: there is no image file to name.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={styles.axis} role="img" aria-label={sentence}>
      <div className={styles.track}>
        {partsOf(axis.stretches, axis, now).map(({ key, look, left, width }) => (
          <i key={key} data-look={look} style={{ left: `${left}%`, width: `${width}%` }} />
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
  );
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
