import type { QueueItem } from '@yunhui/contracts';
import { type ReactNode, Suspense } from 'react';
import { useDesk, type DeskSheet } from './desk.context.js';
import { SettingsSheet } from './head/settings-sheet.js';
import { KeysSheet } from './keys/keys-sheet.js';
import { OrderSheet } from './list/order-sheet.js';
import { ModeSheet } from './modes/mode-sheet.js';
import { ShieldSheet } from './modes/shield-sheet.js';
import { AuthorNoteSheet } from './notes/author-notes.js';
import { LateTreatSheet } from './people/late-sheets.js';
import type { Treatment } from './people/silence.rules.js';
import { rejectionRule } from './verdict/house.rules.js';
import { WatchNotes } from './notes/watch-notes.js';

/** 即时阻断 is another feature's: the page puts it in. */
export type CutSheetOf = (channel: string | undefined, close: () => void) => ReactNode;

type DeskSheetsProps = { sheet: DeskSheet | undefined; item: QueueItem | undefined; cutSheet: CutSheetOf };

/** The sheet that lies over the desk, if any. */
export function DeskSheets({ sheet, item, cutSheet }: DeskSheetsProps) {
  const { me, open, queue, verdicts } = useDesk();
  const close = () => open(undefined);
  /** Whose author is muted, banned, or should not have said it: that is not published any more. */
  const rejectIt = (id: string) => (treatment: Treatment) => {
    const held = queue.state.items.get(id);
    if (held && treatment.act !== 'warn') verdicts.decide(held, { verdict: 'rejected', rule: rejectionRule(treatment.rule) });
  };
  if (typeof sheet === 'object') {
    if ('modeOf' in sheet) return <ModeSheet topic={sheet.modeOf} name={sheet.name} close={close} />;
    if ('cutAt' in sheet) return <Suspense>{cutSheet(sheet.cutAt, close)}</Suspense>;
    return (
      <Suspense>
        <LateTreatSheet message={sheet.treat} close={close} treated={rejectIt(sheet.treat.id)} />
      </Suspense>
    );
  }
  switch (sheet) {
    case undefined:
      return null;
    case 'keys':
      return <KeysSheet close={close} />;
    case 'order':
      return <OrderSheet item={item} close={close} />;
    case 'settings':
      return <SettingsSheet close={close} />;
    case 'handover':
      return <WatchNotes scope={me.grants[0]?.region ?? 'CN'} close={close} />;
    case 'shield':
      return <ShieldSheet close={close} />;
    case 'note':
      return item ? <AuthorNoteSheet item={item} close={close} /> : null;
  }
}
