import { countGraphemes } from '@yunhui/domain';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import type { KeyboardEvent, RefObject } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { realtimeIfOpen } from '../../../platform/realtime.js';
import { icon } from '../../../ui/icon.js';
import type { SaidRow } from '../chat.rules.js';
import { useModerationSlots } from '../moderation-slots.context.js';
import styles from './composer.module.css';
import type { ComposerState } from './composer.rules.js';
import { EmojiPanel } from './emoji-panel.js';
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

/** One may not speak: until when, and, where the page knows more, why and what one can do. */
function Silent({ topic, until }: { topic: string; until: number | undefined }) {
  const { t, clock } = useWords();
  const slots = useModerationSlots();
  if (slots) return slots.whileSilent(topic, until);
  return <p className={styles.closed}>{until === undefined ? t('composer.banned') : t('composer.muted', { time: clock(until) })}</p>;
}

/** Where one speaks. Enter sends, Shift+Enter breaks the line, and an input method finishes its word first. */
export function Composer({ topic, state, draft, field, send, danmaku, reply, queued }: Props) {
  const { t } = useWords();
  if (state.kind === 'closed') return <p className={styles.closed}>{t('composer.closed')}</p>;
  if (state.kind === 'muted' || state.kind === 'banned')
    return <Silent topic={topic} until={state.kind === 'muted' ? state.until : undefined} />;

  const limit = realtimeIfOpen()?.hello?.limits.textChars ?? USUAL_LIMIT;
  const left = limit - countGraphemes(draft.text, limit * 2);
  const sendable = state.kind === 'ready' && left >= 0 && draft.text.trim() !== '';
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
  const note = left < 0 ? t('composer.over', { count: -left }) : left <= COUNT_FROM_LEFT ? t('composer.left', { count: left }) : undefined;
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
            aria-invalid={left < 0}
            aria-describedby="composer-note"
            placeholder={t('composer.placeholder', { limit })}
            onChange={(event) => draft.write(event.target.value)}
            onKeyDown={pressed}
          />
          <EmojiPanel insert={insert} />
        </div>
        {danmaku ? <DanmakuToggle {...danmaku} /> : null}
        <Send state={state} sendable={sendable} />
      </div>
      <p id="composer-note" className={left < 0 ? styles.bad : styles.note}>
        {note ?? (queued ? t('composer.queued') : null)}
      </p>
    </form>
  );
}
