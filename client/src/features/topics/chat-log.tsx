import ArrowDown from 'lucide-react/icons/arrow-down';
import Megaphone from 'lucide-react/icons/megaphone';
import { useTranslation } from 'react-i18next';
import { icon } from '../../ui/icon.js';
import type { ChatRow } from './chat.rules.js';
import styles from './chat.module.css';
import { MessageRow } from './message-row.js';
import { OwnRow } from './own-row.js';
import { useLogScroll } from './use-log-scroll.js';
import { useOlder, type OlderState } from './use-older.js';

function Row({ row, topic, edit }: { row: ChatRow; topic: string; edit: (text: string) => void }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'message':
      return <MessageRow topic={topic} message={row.message} mine={row.mine} />;
    case 'own':
      return <OwnRow topic={topic} own={row.own} edit={edit} />;
    case 'retracted':
      return <li className={styles.line}>{t('chat.retracted', { count: row.count })}</li>;
    case 'notice':
      return <li className={styles.line}>{row.text}</li>;
    case 'announcement':
      return (
        <li className={styles.announcement}>
          <Megaphone {...icon(16)} />
          <p>
            <b>{t('chat.announcement')}</b> {row.text}
          </p>
        </li>
      );
  }
}

const olderWords: Record<OlderState, 'chat.older' | 'chat.olderLoading' | 'chat.olderEnd' | 'chat.olderFailed'> = {
  more: 'chat.older',
  loading: 'chat.olderLoading',
  end: 'chat.olderEnd',
  failed: 'chat.olderFailed',
};

/** The conversation. It never moves under the reader: new messages are counted on a chip in a place of its own. */
export function ChatLog({ topic, rows, edit }: { topic: string; rows: readonly ChatRow[]; edit: (text: string) => void }) {
  const { t } = useTranslation();
  const { log, unread, scrolled, toEnd } = useLogScroll(rows);
  const older = useOlder(topic);
  const [oldest] = rows;
  const atTheBeginning = !oldest || (oldest.kind === 'message' && oldest.seq === 1);

  const onScroll = () => {
    scrolled();
    if (log.current && log.current.scrollTop < 40 && older.state === 'more') older.load();
  };

  return (
    <>
      <div ref={log} className={styles.log} role="log" aria-live="off" aria-label={t('chat.log')} onScroll={onScroll}>
        {atTheBeginning ? null : (
          <button type="button" className={styles.older} disabled={older.state === 'loading' || older.state === 'end'} onClick={older.load}>
            {t(olderWords[older.state])}
          </button>
        )}
        <ol>
          {rows.map((row) => (
            <Row key={row.key} row={row} topic={topic} edit={edit} />
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
