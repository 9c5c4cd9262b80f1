import ClockAlert from 'lucide-react/icons/clock-alert';
import { icon } from '../../../ui/icon.js';
import { useDesk } from '../desk.context.js';
import { useRooms } from '../rooms/use-rooms.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './modes.module.css';
import { useModes } from './use-modes.js';

/** Rooms that nobody looks after: told to every desk that is open, also to one that is only left open, until somebody is on duty. */
export function DutyAlarm() {
  const { t } = useDeskWords();
  const { decides } = useDesk();
  const rooms = useRooms().data?.items ?? [];
  const { data } = useModes(decides ? rooms.map(({ topic }) => topic) : []);
  const left = data?.items.filter(({ room }) => room.unattended).length ?? 0;
  return (
    <div role="alert">
      {left > 0 ? (
        <p className={styles.alarm}>
          <ClockAlert {...icon(18)} />
          <span>
            <b>{t('duty.alarm', { count: left })}</b> {t('duty.alarm.how')}
          </span>
        </p>
      ) : null}
    </div>
  );
}
