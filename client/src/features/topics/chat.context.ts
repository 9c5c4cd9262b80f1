import { createContext, useContext } from 'react';
import type { SaidRow } from './chat.rules.js';

/** What one can do with a row. The same object as long as the room is open, so that rows need not be drawn again. */
export type RoomActions = {
  reply: (row: SaidRow) => void;
  /** Shows the message with this number, loading history as far as it takes. */
  jumpTo: (topic: string, seq: number) => void;
  /** Gives words back to the composer. */
  edit: (topic: string, text: string) => void;
  copy: (text: string) => void;
};

const Context = createContext<RoomActions | undefined>(undefined);
export const RoomActionsProvider = Context.Provider;

export function useRoomActions(): RoomActions {
  const actions = useContext(Context);
  if (!actions) throw new Error('a row is drawn in a room only');
  return actions;
}
