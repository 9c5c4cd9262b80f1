import type { FuzzyTime } from '@yunhui/contracts';
import { shanghaiDayOf, timeWords } from '@yunhui/domain';
import { useState } from 'react';
import { hubNow } from '../../../../platform/clock.js';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field } from '../../../../ui/form.js';
import styles from '../form.module.css';
import { type Clocks, clocksOf, lessExact, type Precision, timeOfClocks } from '../time.rules.js';
import { PeriodFields } from './period-fields.js';

type Props = { time: FuzzyTime | undefined; change: (time: FuzzyTime | undefined) => void };

const precisions: readonly Precision[] = ['exact', 'day', 'tenDay', 'month', 'range'];

/** When, as exactly as somebody knows. What is said so far is kept at each step, so a clock that is missing loses no day. */
export function TimeField({ time, change }: Props) {
  const { t, language } = useWords();
  const [precision, setPrecision] = useState<Precision>(time?.precision ?? 'exact');
  const [clocks, setClocks] = useState<Clocks>(() => clocksOf(time));
  const tentative = time?.tentative ?? false;
  const choose = (next: Precision) => {
    setPrecision(next);
    if (next === 'exact') return setClocks(clocksOf(time));
    const today = shanghaiDayOf(hubNow());
    const begun: FuzzyTime = { precision: 'day', from: today, to: today, tentative };
    return change(lessExact(time ?? begun, next));
  };
  const clock = (part: Partial<Clocks>) => {
    const next = { ...clocks, ...part };
    setClocks(next);
    change(timeOfClocks(next, tentative));
  };
  return (
    <div className={styles.time}>
      <Field label={t('form.time.precision')}>
        <select value={precision} onChange={({ target }) => choose(target.value as Precision)}>
          {precisions.map((one) => (
            <option key={one} value={one}>
              {t(`form.time.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      {precision === 'exact' ? <ClockFields clocks={clocks} change={clock} /> : null}
      {time && precision !== 'exact' && time.precision !== 'exact' ? <PeriodFields time={time} change={change} /> : null}
      {time ? (
        <>
          <label className={styles.check}>
            <input type="checkbox" checked={tentative} onChange={({ target }) => change({ ...time, tentative: target.checked })} />
            {t('form.time.tentative')}
          </label>
          <p className={styles.help}>{t('form.time.is', { words: timeWords(time, language === 'en' ? 'en' : 'zh') })}</p>
          {precision === 'exact' && time.precision === 'day' ? <p className={styles.help}>{t('form.time.clocks')}</p> : null}
          <Button
            look="quiet"
            className={styles.add}
            onClick={() => {
              setPrecision('exact');
              setClocks(clocksOf(undefined));
              change(undefined);
            }}
          >
            {t('form.time.clear')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function ClockFields({ clocks, change }: { clocks: Clocks; change: (part: Partial<Clocks>) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.three}>
      <Field label={t('form.time.date')}>
        <input type="date" value={clocks.day} onChange={({ target }) => change({ day: target.value })} />
      </Field>
      <Field label={t('form.time.start')}>
        <input type="time" value={clocks.start} onChange={({ target }) => change({ start: target.value })} />
      </Field>
      <Field label={t('form.time.end')}>
        <input type="time" value={clocks.end} onChange={({ target }) => change({ end: target.value })} />
      </Field>
    </div>
  );
}
