import ArrowDown from 'lucide-react/icons/arrow-down';
import { useMemo, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import { useRoomActions } from './chat.context.js';
import type { ChatRow, SaidRow } from './chat.rules.js';
import styles from './chat.module.css';
import { newest, rowsAtTheEnd, type Carried } from './conversation.rules.js';
import { Row } from './rows/chat-row.js';
import { useFound } from './use-found.js';
import type { useLogScroll } from './use-log-scroll.js';
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

/** The conversation. It never moves under the reader: new messages are counted on a chip in a place of its own. */
export function ChatLog({
  rows,
  older,
  carried,
  scroll,
  found,
  forgetFound,
}: {
  rows: readonly ChatRow[];
  older: Older;
  carried: Carried | undefined;
  scroll: ReturnType<typeof useLogScroll>;
  found: string | undefined;
  forgetFound: () => void;
}) {
  const { t } = useTranslation();
  const { reply } = useRoomActions();
  const [chosen, choose] = useState<string>();
  const { log, list, following, unread, scrolled, toEnd } = scroll;
  const drawn = useMemo(() => (following ? newest(rows, rowsAtTheEnd) : rows), [rows, following]);
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
    if (log.current && log.current.scrollTop < 40 && older.from && older.state === 'more') void older.load(older.from);
  };
  const last = drawn.findLast((row) => row.kind === 'message')?.key;
  const reachable = chosen !== undefined && said(chosen) ? chosen : last;
  return (
    <>
      <div ref={log} className={styles.log} role="log" aria-live="off" aria-label={t('chat.log')} onScroll={onScroll}>
        {drawn.length > 0 ? <OlderButton older={older} /> : null}
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
}
