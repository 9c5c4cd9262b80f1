import type { User } from '@yunhui/contracts';
import { createContext, useContext, type ReactNode } from 'react';

/** Who looks at the page, and how one asks them for a name: the page knows, and hands it to what it has put together. */
export type ViewerHere = { viewer: User | null | undefined; naming: ReactNode };

const Context = createContext<ViewerHere>({ viewer: undefined, naming: null });
export const ViewerHereProvider = Context.Provider;

export const useViewerHere = (): ViewerHere => useContext(Context);
export const useViewerNow = (): User | null | undefined => useContext(Context).viewer;
