import { presetPhrases } from '@yunhui/domain';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './composer.module.css';
import type { ComposerState } from './composer.rules.js';

/** Where one speaks in a minors' room: with the hub's own phrases, each a button. */
export function PhrasePanel({ state, send }: { state: ComposerState; send: (text: string) => void }) {
  const { t, pick } = useWords();
  return (
    <fieldset className={styles.phrases} disabled={state.kind !== 'ready'}>
      <legend className="unseen">{t('composer.phrases')}</legend>
      {presetPhrases.map(({ zh, en }) => (
        <button key={zh} type="button" onClick={() => send(pick(zh, en))}>
          {pick(zh, en)}
        </button>
      ))}
      {state.kind === 'slow' ? <p className={styles.note}>{t('composer.slow', { seconds: state.seconds })}</p> : null}
    </fieldset>
  );
}
