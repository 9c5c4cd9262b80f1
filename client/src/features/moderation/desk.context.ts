import type { QueueItem, RejectionRule, User } from '@yunhui/contracts';
import { createContext, useContext } from 'react';
import type { ToldMessage } from './people/told-message.js';
import type { QueueDesk } from './queue/queue-desk.js';
import type { VerdictDesk } from './verdict/verdict-desk.js';

/** What every part of the desk works with. */
export type Desk = {
  me: User;
  /** Operators watch; moderators decide. */
  decides: boolean;
  queue: QueueDesk;
  verdicts: VerdictDesk;
  /** The rule that the sender of an item would be told: the chosen one, for as long as one is on it, else the one that is proposed. */
  ruleFor: (item: QueueItem) => RejectionRule;
  chooseRule: (item: QueueItem, rule: RejectionRule) => void;
  /** What lies over the page: one sheet at a time. */
  open: (sheet: DeskSheet | undefined) => void;
};

export type DeskSheet =
  | 'note'
  | 'handover'
  | 'keys'
  | 'order'
  | 'settings'
  | 'shield'
  | { modeOf: string; name: string }
  /** Of a channel, by its slug; without one, what is off the air. */
  | { cutAt: string | undefined }
  | { treat: ToldMessage };

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a part of the desk stands outside of it');
  return desk;
}
