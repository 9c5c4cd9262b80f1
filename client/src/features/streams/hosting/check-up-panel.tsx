import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import { useRef, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { icon } from '../../../ui/icon.js';
import type { CheckUpState } from './check-up.reducer.js';
import { CheckUpSteps } from './check-up-steps.js';
import { Findings } from './findings.js';
import styles from './hosting.module.css';
import { TestPlayer } from './test-player.js';

/** What was copied last, where a page may read it: plain http and some in-app browsers have no clipboard. */
async function clipboardText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}

/** Paste and check 体检: also without any session. What is found stands beside a player that tries the same address. */
export function CheckUpPanel({ state, check }: { state: CheckUpState; check: (address: string) => void }) {
  const { t, problem } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [pasted, setPasted] = useState('');
  const begin = (address: string) => {
    setPasted(address);
    if (address.trim()) check(address.trim());
  };
  const paste = async () => {
    const words = await clipboardText();
    if (words) begin(words);
    else field.current?.focus(); // ready for the hand that pastes
  };
  return (
    <section className={styles.panel} aria-labelledby="check-up-title">
      <h2 id="check-up-title">{t('hosting.check.title')}</h2>
      <Form send={() => begin(pasted)}>
        <label className={styles.address}>
          {t('hosting.check.address')}
          <textarea
            ref={field}
            rows={2}
            value={pasted}
            maxLength={2_000}
            spellCheck={false}
            inputMode="url"
            placeholder="https://"
            onChange={({ target }) => setPasted(target.value)}
          />
        </label>
        <div className={styles.two}>
          <Button onClick={() => void paste()}>
            <ClipboardPaste {...icon(18)} />
            {t('hosting.check.paste')}
          </Button>
          <Button look="primary" type="submit" disabled={!pasted.trim()}>
            {t('hosting.check.check')}
          </Button>
        </div>
      </Form>
      {state.phase === 'idle' ? null : <CheckUpSteps steps={state.steps} />}
      <div aria-live="polite">
        {state.phase === 'running' ? (
          <p className={styles.quiet}>{t(state.slow ? 'hosting.check.slow' : 'hosting.check.running')}</p>
        ) : null}
        {state.phase === 'done' ? <Findings outcome={state.outcome} /> : null}
      </div>
      {state.phase === 'broken' ? (
        <div role="alert">
          <p className={styles.bad}>{problem(state.error, t('hosting.check.broken'))}</p>
          <Button onClick={() => check(state.address)}>{t('hosting.check.again')}</Button>
        </div>
      ) : null}
      {state.phase === 'done' ? <TestPlayer key={state.outcome.address} outcome={state.outcome} /> : null}
    </section>
  );
}
