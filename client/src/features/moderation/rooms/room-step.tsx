import type { QueueRoom } from '@yunhui/contracts';
import { useState } from 'react';
import { useLatest } from '../../../platform/use-latest.js';
import { StepBack } from '../step-back.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import { RoomList, type StateOf } from './room-list.js';
import styles from '../cockpit.module.css';

/** The rooms: a pane on a desk, a step elsewhere. */
export function RoomStep({ rooms, stateOf, address }: { rooms: readonly QueueRoom[]; stateOf: StateOf; address: DeskAddress }) {
  const { t } = useDeskWords();
  const latest = useLatest(address);
  const [choose] = useState(() => (topic: string | undefined) => latest.current.go({ topic, step: undefined }));
  return (
    <aside className={styles.rooms} aria-label={t('desk.rooms')}>
      <StepBack title={t('desk.rooms')} />
      <RoomList rooms={rooms} chosen={address.topic} stateOf={stateOf} choose={choose} />
    </aside>
  );
}
