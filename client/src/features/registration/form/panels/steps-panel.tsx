import type { FilingStep } from '@yunhui/contracts';
import type { WordKey } from '../../../../platform/i18n/use-translation.js';
import { useWords } from '../../../../platform/i18n/use-words.js';
import styles from '../form.module.css';

/** What has happened to it so far: who, when, what, and why. */
export function StepsPanel({ steps }: { steps: readonly FilingStep[] }) {
  const { t, day, clock } = useWords();
  if (steps.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="steps-title">
      <h2 id="steps-title">{t('form.steps.title')}</h2>
      <ol className={styles.steps}>
        {steps.map(({ event, by, at, reason }) => (
          <li key={`${at}${event}`}>
            {/* The list of events grows; one without a word of its own keeps its name. */}
            <b>{t(`form.step.${event}` as WordKey, { defaultValue: event })}</b> {by.name}
            <time dateTime={at}>{` ${day(Date.parse(at))} ${clock(Date.parse(at))}`}</time>
            {reason ? <p>{reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
