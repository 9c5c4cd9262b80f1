import { createContext, type ReactNode, useContext } from 'react';
import { useHubNow } from '../../../platform/clock.js';

const NowContext = createContext(0);

/** The hub's time, once a second: only what shows it is drawn again for it. */
export function Clock({ children }: { children: ReactNode }) {
  return <NowContext value={useHubNow(1000)}>{children}</NowContext>;
}

export const useNow = (): number => useContext(NowContext);
