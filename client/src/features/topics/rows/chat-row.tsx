import Megaphone from 'lucide-react/icons/megaphone';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { icon } from '../../../ui/icon.js';
import { useRoomActions } from '../chat.context.js';
import type { ChatRow, TellingRow } from '../chat.rules.js';
import { useModeWords } from '../composer/use-mode-words.js';
import { MessageRow } from './message-row.js';
import { OwnRow } from './own-row.js';
import styles from './rows.module.css';

/** What the room itself tells. */
function Telling({ row, tag }: { row: TellingRow; tag: string | undefined }) {
  const { t } = useTranslation();
  const { jumpTo } = useRoomActions();
  switch (row.kind) {
    case 'announcement':
      return (
        <li className={styles.announcement} data-key={row.key}>
          <Megaphone {...icon(16)} />
          <p>
            <b>{t('chat.announcement')}</b> {row.text}
          </p>
        </li>
      );
    case 'notice':
      return (
        <li className={styles.line} data-key={row.key}>
          {row.text}
        </li>
      );
    case 'pinned':
      return (
        <li className={styles.line} data-key={row.key}>
          <button type="button" onClick={() => jumpTo(row.topic, row.target)}>
            {t('chat.pinnedRow')}
          </button>
        </li>
      );
    case 'mode':
      return <ModeRow row={row} tag={tag} />;
  }
}

/** The mode became another: that of the topic which the room carries is told with its name. */
function ModeRow({ row, tag }: { row: Extract<TellingRow, { kind: 'mode' }>; tag: string | undefined }) {
  const { t } = useTranslation();
  const words = useModeWords()(row.mode);
  return (
    <li className={styles.line} data-key={row.key}>
      {tag ? `#${tag} ` : null}
      {words.length > 0 ? words.join(' · ') : t('chat.modeOpen')}
    </li>
  );
}

/** How a row stands among the others. */
type RowStanding = { tag: string | undefined; active: boolean; tabbable: boolean; found: boolean };

/** One line of the chat. */
export function Row({ row, standing }: { row: ChatRow; standing: RowStanding }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'message':
      return (
        <MessageRow
          topic={row.topic}
          seq={row.seq}
          at={row.at}
          message={row.message}
          mine={row.mine}
          follows={row.follows}
          tag={standing.tag}
          active={standing.active}
          tabbable={standing.tabbable}
          found={standing.found}
        />
      );
    case 'own':
      return <OwnRow topic={row.topic} own={row.own} tag={standing.tag} />;
    case 'retracted':
      return (
        <li className={styles.line} data-key={row.key}>
          {t('chat.retracted', { count: row.count })}
        </li>
      );
    default:
      return <Telling row={row} tag={standing.tag} />;
  }
}
