import { Unreachable } from '../../../ui/unreachable.js';
import { useDesk } from '../desk.context.js';
import { DutyAlarm } from '../modes/duty-alarm.js';
import { KeyFooter } from '../keys/key-footer.js';
import { AppealPane } from '../reports/appeal-pane.js';
import { ReportPane } from '../reports/report-pane.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import { ListHead, OrderLine } from './list-head.js';
import { QueueEmpty } from './queue-empty.js';
import { QueueList } from './queue-list.js';
import styles from './queue-pane.module.css';
import { UndoToast } from './undo-toast.js';

/** The middle of the desk: which list and which part of it one looks at, and its rows. */
export function QueuePane({ address, choose }: { address: DeskAddress; choose: (id: string) => void }) {
  const { t } = useDeskWords();
  const { queue, open } = useDesk();
  const counts = queue.usePart((state) => state.counts);
  return (
    <section className={styles.queue} aria-label={t('desk.queue')}>
      <DutyAlarm />
      <ListHead address={address} counts={counts} />
      {address.list === 'reports' ? (
        <ReportPane />
      ) : address.list === 'appeals' ? (
        <AppealPane />
      ) : (
        <Rows address={address} choose={choose} />
      )}
      <KeyFooter ofQueue={address.list === 'queue'} help={() => open('keys')} />
    </section>
  );
}

/** The rows, what is new, and the last verdict with its way back; or why there are none. */
function Rows({ address, choose }: { address: DeskAddress; choose: (id: string) => void }) {
  const { queue } = useDesk();
  const { status, rows, waiting, unread, items } = queue.use();
  const high = waiting.filter((id) => items.get(id)?.risk === 'high').length;
  const narrowed = address.topic !== undefined || address.filter !== 'all' || address.words !== '';
  const widen = () => address.go({ topic: undefined, filter: 'all', words: '' });
  return (
    <div className={styles.body} aria-busy={status === 'reading'}>
      <OrderLine count={waiting.length + unread} high={high} />
      {status === 'failed' ? <Unreachable error={undefined} retry={() => void queue.look()} /> : null}
      {status === 'reading' ? <Reading /> : null}
      {status === 'read' && rows.length === 0 ? <QueueEmpty narrowed={narrowed} widen={widen} /> : null}
      {status === 'read' && rows.length > 0 ? <QueueList choose={choose} /> : null}
      <UndoToast />
    </div>
  );
}

/** Flat shapes of the size of rows: what comes takes their place. */
function Reading() {
  const { t } = useDeskWords();
  return (
    <div className={styles.reading}>
      <output className="unseen">{t('desk.reading')}</output>
      {Array.from({ length: 8 }, (_row, place) => (
        <i key={place} />
      ))}
    </div>
  );
}
