import { countGraphemes } from '@yunhui/domain';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import type { KeyboardEvent, RefObject } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import styles from './composer.module.css';
import type { ComposerState } from './composer.rules.js';

/** Counted aloud only when it begins to matter. */
const COUNT_FROM_LEFT = 80;

export type Draft = { text: string; write: (text: string) => void };

/** Where one speaks. Enter sends, Shift+Enter breaks the line, and an input method finishes its word first. */
export function Composer({
  state,
  limit,
  draft,
  field,
  send,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  state: ComposerState;
  limit: number;
  draft: Draft;
  send: (text: string) => void;
}) {
  const { t, clock } = useWords();
  if (state.kind === 'closed') return <p className={styles.closed}>{t('composer.closed')}</p>;
  if (state.kind === 'muted') return <p className={styles.closed}>{t('composer.muted', { time: clock(state.until) })}</p>;

  const left = limit - countGraphemes(draft.text, limit * 2);
  const sendable = state.kind === 'ready' && left >= 0 && draft.text.trim() !== '';
  const submit = () => {
    if (!sendable) return;
    send(draft.text.trim());
    draft.write('');
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };

  const slow = state.kind === 'slow';
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.line}>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          value={draft.text}
          disabled={state.kind === 'asking'}
          enterKeyHint="send"
          aria-label={t('composer.label')}
          aria-invalid={left < 0}
          aria-describedby="composer-note"
          placeholder={t('composer.placeholder', { limit })}
          onChange={(event) => draft.write(event.target.value)}
          onKeyDown={pressed}
        />
        <button
          type="submit"
          className={styles.send}
          disabled={!sendable}
          aria-label={slow ? t('composer.slow', { seconds: state.seconds }) : t('composer.send')}
        >
          {slow ? <span className="num">{t('composer.slowShort', { seconds: state.seconds })}</span> : <SendHorizontal {...icon()} />}
        </button>
      </div>
      <p id="composer-note" className={left < 0 ? styles.bad : styles.note}>
        {left < 0 ? t('composer.over', { count: -left }) : left <= COUNT_FROM_LEFT ? t('composer.left', { count: left }) : null}
      </p>
    </form>
  );
}
