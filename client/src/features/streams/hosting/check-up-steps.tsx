import type { CheckStep } from '@yunhui/contracts';
import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import Minus from 'lucide-react/icons/minus';
import OctagonX from 'lucide-react/icons/octagon-x';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import styles from './hosting.module.css';

type StepState = 'good' | 'bad' | 'skipped';

const signs: Record<StepState, LucideIcon> = { good: CircleCheck, bad: OctagonX, skipped: Minus };

/** The chain of a check-up as far as it has come, each step in plain words. */
export function CheckUpSteps({ steps }: { steps: readonly { step: CheckStep; state: StepState }[] }) {
  const { t } = useWords();
  return (
    <ol className={styles.steps} aria-label={t('hosting.check.steps')}>
      {steps.map(({ step, state }) => {
        const Sign = signs[state];
        return (
          <li key={step} data-state={state}>
            <Sign {...icon(16)} />
            {t(`hosting.step.${step}`)}
            <span className="unseen">{t(`hosting.step.is.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
