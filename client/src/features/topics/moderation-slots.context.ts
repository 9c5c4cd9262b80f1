import { createContext, useContext, type ReactNode } from 'react';
import type { SaidRow } from './chat.rules.js';

/** What a page adds to a conversation about how it is kept: the conversation itself knows nothing of moderating. */
export type ModerationSlots = {
  /** Beside answering a message: reporting it, or what moderators do about it. */
  ofMessage: (row: SaidRow) => ReactNode;
  /** Beside saying it otherwise, when one's own was not passed. */
  ofRejected: (id: string) => ReactNode;
  /** In the composer's place, when one may not speak: until when, why, and what one can do. Without an end: by a ban. */
  whileSilent: (topic: string, until: number | undefined) => ReactNode;
};

const Context = createContext<ModerationSlots | undefined>(undefined);
export const ModerationSlotsProvider = Context.Provider;

export const useModerationSlots = (): ModerationSlots | undefined => useContext(Context);
