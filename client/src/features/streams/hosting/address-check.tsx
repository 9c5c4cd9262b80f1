import type { LinkVerdict } from '@yunhui/contracts';
import { useEffect } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useLatest } from '../../../platform/use-latest.js';
import { Button } from '../../../ui/button.js';
import { CheckUpSteps } from './check-up-steps.js';
import { Findings } from './findings.js';
import styles from './hosting.module.css';
import { TestPlayer } from './test-player.js';
import { useCheckUp } from './use-check-up.js';

type Props = { address: string; checked: (outcome: { address: string; verdict: LinkVerdict }) => void };

/** The check-up of one address that stands in a form: its outcome is told, and stays to be read until the address is another. */
export function AddressCheck({ address, checked }: Props) {
  const { t, problem } = useWords();
  const { state, check } = useCheckUp();
  const tell = useLatest(checked);
  const outcome = state.phase === 'done' ? state.outcome : undefined;
  useEffect(() => {
    if (outcome) tell.current(outcome);
  }, [outcome, tell]);
  const isOfThis = outcome ? outcome.address === address : state.phase !== 'idle';
  return (
    <div className={styles.ofOne}>
      <Button busy={state.phase === 'running'} disabled={!address.trim()} onClick={() => check(address.trim())}>
        {t('hosting.check.title')}
      </Button>
      <div aria-live="polite">
        {state.phase === 'running' ? (
          <p className={styles.quiet}>{t(state.slow ? 'hosting.check.slow' : 'hosting.check.running')}</p>
        ) : null}
        {state.phase !== 'idle' && isOfThis ? <CheckUpSteps steps={state.steps} /> : null}
        {outcome && isOfThis ? <Findings outcome={outcome} /> : null}
      </div>
      {state.phase === 'broken' ? <p className={styles.bad}>{problem(state.error, t('hosting.check.broken'))}</p> : null}
      {outcome && isOfThis ? <TestPlayer key={outcome.address} outcome={outcome} /> : null}
    </div>
  );
}
