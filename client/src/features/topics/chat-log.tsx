import ArrowDown from 'lucide-react/icons/arrow-down';
import { memo, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import { useRoomActions } from './chat.context.js';
import type { ChatRow, SaidRow } from './chat.rules.js';
import styles from './chat.module.css';
import type { Carried } from './conversation.rules.js';
import { Row } from './rows/chat-row.js';
import { useFound } from './use-found.js';
import { useLogScroll } from './use-log-scroll.js';
import type { Older } from './use-older.js';
import { useRowGestures } from './use-row-gestures.js';

const olderWords = { more: 'chat.older', loading: 'chat.olderLoading', failed: 'chat.olderFailed' } as const;

function OlderButton({ older }: { older: Older }) {
  const { t } = useTranslation();
  const { from, state, load, complete } = older;
  // Who has not asked for earlier words need not be told that there are none.
  if (!from) return complete.size > 0 ? <p className={styles.beginning}>{t('chat.olderEnd')}</p> : null;
  return (
    <button type="button" className={styles.older} disabled={state === 'loading'} onClick={() => void load(from)}>
      {t(olderWords[state])}
    </button>
  );
}

type ChatLogProps = {
  rows: readonly ChatRow[];
  older: Older;
  carried: Carried | undefined;
  found: string | undefined;
  forgetFound: () => void;
};

/** The conversation. It never moves under the reader: new messages are counted on a chip in a place of its own. */
export const ChatLog = memo(function ChatLog({ rows, older, carried, found, forgetFound }: ChatLogProps) {
  const { t } = useTranslation();
  const { reply } = useRoomActions();
  const [chosen, choose] = useState<string>();
  const { log, list, rows: drawn, more, unread, scrolled, toEnd } = useLogScroll(rows, { found, kept: chosen });
  const said = (key: string) => drawn.find((row): row is SaidRow => row.kind === 'message' && row.key === key);
  const gestures = useRowGestures({
    choose,
    reply: (key) => {
      const row = said(key);
      if (row) reply(row);
    },
  });
  useFound(found, list, forgetFound);

  const onScroll = () => {
    scrolled();
    if (log.current && !more.above && log.current.scrollTop < 40 && older.from && older.state === 'more') void older.load(older.from);
  };
  const last = drawn.findLast((row) => row.kind === 'message')?.key;
  const reachable = chosen !== undefined && said(chosen) ? chosen : last;
  return (
    <>
      <div ref={log} className={styles.log} role="log" aria-live="off" aria-label={t('chat.log')} onScroll={onScroll}>
        {drawn.length > 0 && !more.above ? <OlderButton older={older} /> : null}
        <ol ref={list} {...gestures}>
          {drawn.map((row) => (
            <Row
              key={row.key}
              row={row}
              standing={{
                tag: 'topic' in row && row.topic === carried?.topic ? carried.title : undefined,
                active: row.key === chosen,
                tabbable: row.key === reachable,
                found: row.key === found,
              }}
            />
          ))}
        </ol>
      </div>
      <div className={styles.chipPlace}>
        {unread > 0 ? (
          <button type="button" className={styles.chip} onClick={toEnd}>
            <ArrowDown {...icon(18)} />
            {t('chat.newMessages', { count: unread })}
          </button>
        ) : null}
      </div>
    </>
  );
});
