import type { QueueItem, User } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import styles from './cockpit.module.css';
import { ContextStep } from './context/context-step.js';
import { DeskProvider } from './desk.context.js';
import { dutyScopesOf } from './desk.rules.js';
import { type CutSheetOf, DeskSheets } from './desk-sheets.js';
import { DeskHead } from './head/desk-head.js';
import { useQueueKeys } from './keys/use-queue-keys.js';
import { Clock } from './list/now.context.js';
import { PhoneBar } from './list/phone-bar.js';
import { QueuePane } from './list/queue-pane.js';
import { useDuty } from './modes/use-duty.js';
import { focusedItem } from './queue/queue.reducer.js';
import { useClaim } from './queue/use-claim.js';
import type { StateOf } from './rooms/room-list.js';
import { RoomStep } from './rooms/room-step.js';
import { useRooms } from './rooms/use-rooms.js';
import { useChoose } from './use-choose.js';
import { useDeskAddress } from './use-desk-address.js';
import { useDeskOf } from './use-desk.js';
import { useInUse } from './use-in-use.js';

type CockpitProps = {
  me: User;
  /** What the page knows of a channel beside its queue: how it is on air, and with what. */
  stateOf: StateOf;
  titleOf: (slug: string) => string | undefined;
  /** What plays in the room of an item. */
  pictureOf: (item: QueueItem) => ReactNode;
  cutSheet: CutSheetOf;
};

/** Three panes on a desk, two on a tablet, and one at a time on a phone. */
export function Cockpit({ me, stateOf, titleOf, pictureOf, cutSheet }: CockpitProps) {
  const address = useDeskAddress();
  const { desk, sheet } = useDeskOf(me, address);
  const focused = desk.queue.usePart(focusedItem);
  // Beside reports and appeals stands no message of the queue: its verdicts would be taken for theirs, and nobody looks at it.
  const item = address.list === 'queue' ? focused : undefined;
  const rooms = useRooms().data?.items ?? [];
  const { touched, usedWithin } = useInUse();
  const duty = useDuty(dutyScopesOf(me.grants), usedWithin);
  useClaim(desk.queue, touched && desk.decides ? item?.id : undefined);
  useQueueKeys(desk, address, rooms);
  const { choose, look } = useChoose(desk.queue, address.go);
  return (
    <DeskProvider value={desk}>
      <Clock>
        <div className={styles.cockpit} data-step={address.step} data-list={address.list}>
          <DeskHead rooms={rooms} stateOf={stateOf} words={address.words} look={look} duty={duty} />
          <RoomStep rooms={rooms} stateOf={stateOf} address={address} />
          <QueuePane address={address} choose={choose} />
          {address.list === 'queue' ? <ContextStep item={item} pictureOf={pictureOf} titleOf={titleOf} /> : null}
          <PhoneBar item={item} address={address} />
        </div>
        <DeskSheets sheet={sheet} item={item} cutSheet={cutSheet} />
      </Clock>
    </DeskProvider>
  );
}
