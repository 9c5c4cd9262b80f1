import type { FuzzyTime } from '@yunhui/contracts';
import { shanghaiDayAfter, shanghaiDayOf, timeWords } from '@yunhui/domain';
import { hubNow } from '../../../../platform/clock.js';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Field } from '../../../../ui/form.js';
import styles from '../form.module.css';
import { type Days, periodsFrom } from '../time.rules.js';

type DayTime = Exclude<FuzzyTime, { precision: 'exact' }>;
type Props = { time: DayTime; change: (time: DayTime) => void };

/** A little over a year: this campaign and the next. */
const offered = { month: 15, tenDay: 42 };

/** Of a time that is not exact, its first and last day, as days or as the periods of the notices. */
export function PeriodFields({ time, change }: Props) {
  const { t } = useWords();
  const { precision, from, to } = time;
  if (precision === 'day')
    return (
      <Field label={t('form.time.date')}>
        <input type="date" value={from} onChange={({ target: { value } }) => value && change({ ...time, from: value, to: value })} />
      </Field>
    );
  if (precision === 'range')
    return (
      <div className={styles.pair}>
        <Field label={t('form.time.from')}>
          <input
            type="date"
            value={from}
            onChange={({ target: { value } }) => value && change({ ...time, from: value, to: value > to ? value : to })}
          />
        </Field>
        <Field label={t('form.time.to')}>
          <input type="date" value={to} min={from} onChange={({ target: { value } }) => value && change({ ...time, to: value })} />
        </Field>
      </div>
    );
  return <Periods time={time} change={change} precision={precision} />;
}

function Periods({ time, change, precision }: Props & { precision: 'month' | 'tenDay' }) {
  const { t, language } = useWords();
  const { from, to } = time;
  const today = shanghaiDayAfter(shanghaiDayOf(hubNow()), -31);
  const periods = periodsFrom(from < today ? from : today, precision, offered[precision]);
  const words = (days: Days) => timeWords({ precision, ...days, tentative: false }, language === 'en' ? 'en' : 'zh');
  const begin = (day: string) => {
    const period = periods.find((one) => one.from === day);
    if (period) change({ ...time, from: period.from, to: period.to > to ? period.to : to });
  };
  return (
    <div className={styles.pair}>
      <Field label={t('form.time.from')}>
        <select value={from} onChange={({ target }) => begin(target.value)}>
          {periods.map((period) => (
            <option key={period.from} value={period.from}>
              {words(period)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('form.time.to')}>
        <select value={to} onChange={({ target }) => change({ ...time, to: target.value })}>
          {periods
            .filter((period) => period.to >= from)
            .map((period) => (
              <option key={period.to} value={period.to}>
                {words(period)}
              </option>
            ))}
        </select>
      </Field>
    </div>
  );
}
