import type { RoomMode } from '@yunhui/contracts';
import { countGraphemes } from '@yunhui/domain';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import type { KeyboardEvent, RefObject } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { realtimeIfOpen } from '../../../platform/realtime.js';
import { icon } from '../../../ui/icon.js';
import type { SaidRow } from '../chat.rules.js';
import styles from './composer.module.css';
import { unfitFor, type ComposerState } from './composer.rules.js';
import { EmojiPanel } from './emoji-panel.js';
import { PhrasePanel } from './phrase-panel.js';
import { Shut } from './shut.js';
import { ReplyStrip } from './reply-strip.js';
import type { Draft } from './use-draft.js';

/** Until the hub has said how many characters it takes. */
const USUAL_LIMIT = 500;
/** Counted aloud only when it begins to matter. */
const COUNT_FROM_LEFT = 80;

/** Whether words go over the picture as well as into the log. */
type DanmakuSwitch = { on: boolean; set: (on: boolean) => void };

type Props = {
  topic: string;
  state: ComposerState;
  /** What holds there; nothing for who speaks for the house. */
  mode: RoomMode;
  draft: Draft;
  field: RefObject<HTMLTextAreaElement | null>;
  send: (text: string) => void;
  danmaku: DanmakuSwitch | undefined;
  reply: { to: SaidRow | undefined; cancel: () => void };
  /** The hub cannot be reached: what is said waits. */
  queued: boolean;
};

function Send({ state, sendable }: { state: ComposerState; sendable: boolean }) {
  const { t } = useWords();
  const seconds = state.kind === 'slow' ? state.seconds : undefined;
  return (
    <button
      type="submit"
      className={styles.send}
      disabled={!sendable}
      aria-label={seconds === undefined ? t('composer.send') : t('composer.slow', { seconds })}
    >
      {seconds === undefined ? <SendHorizontal {...icon()} /> : <span className="num">{t('composer.slowShort', { seconds })}</span>}
    </button>
  );
}

function DanmakuToggle({ on, set }: DanmakuSwitch) {
  const { t } = useWords();
  return (
    <button type="button" className={styles.danmaku} aria-pressed={on} aria-label={t('danmaku.send')} onClick={() => set(!on)}>
      <span aria-hidden="true">弹</span>
    </button>
  );
}

/** Where one speaks, as far as one may: with words of one's own, with phrases, or not now. */
export function Composer(props: Props) {
  const { topic, state, mode, send } = props;
  if (state.kind === 'ready' || state.kind === 'slow' || state.kind === 'asking')
    return mode.minors ? <PhrasePanel state={state} send={send} /> : <Writing {...props} />;
  return <Shut topic={topic} state={state} />;
}

/** Enter sends, Shift+Enter breaks the line, and an input method finishes its word first. */
function Writing({ state, mode, draft, field, send, danmaku, reply, queued }: Props) {
  const { t } = useWords();
  const limit = realtimeIfOpen()?.hello?.limits.textChars ?? USUAL_LIMIT;
  const left = limit - countGraphemes(draft.text, limit * 2);
  const unfit = unfitFor(mode, draft.text);
  const sendable = state.kind === 'ready' && left >= 0 && !unfit && draft.text.trim() !== '';
  const submit = () => {
    if (!sendable) return;
    send(draft.text.trim());
    draft.write('');
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && reply.to) reply.cancel();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  const insert = (emoji: string) => {
    const { selectionStart = draft.text.length, selectionEnd = draft.text.length } = field.current ?? {};
    draft.write(draft.text.slice(0, selectionStart) + emoji + draft.text.slice(selectionEnd));
    field.current?.focus();
  };
  const room = left < 0 ? t('composer.over', { count: -left }) : left <= COUNT_FROM_LEFT ? t('composer.left', { count: left }) : undefined;
  const note = unfit ? t(`composer.unfit.${unfit}`) : room;
  const isBad = left < 0 || unfit !== undefined;
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {reply.to ? <ReplyStrip row={reply.to} cancel={reply.cancel} /> : null}
      <div className={styles.line}>
        <div className={styles.box}>
          <textarea
            ref={field}
            className={styles.field}
            rows={1}
            value={draft.text}
            disabled={state.kind === 'asking'}
            enterKeyHint="send"
            aria-label={t('composer.label')}
            aria-invalid={isBad}
            aria-describedby="composer-note"
            placeholder={mode.emojiOnly ? t('composer.emojiPlaceholder') : t('composer.placeholder', { limit })}
            onChange={(event) => draft.write(event.target.value)}
            onKeyDown={pressed}
          />
          <EmojiPanel insert={insert} />
        </div>
        {danmaku ? <DanmakuToggle {...danmaku} /> : null}
        <Send state={state} sendable={sendable} />
      </div>
      <p id="composer-note" className={isBad ? styles.bad : styles.note}>
        {note ?? (queued ? t('composer.queued') : null)}
      </p>
    </form>
  );
}
