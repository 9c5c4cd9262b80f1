import { createContext, useContext } from 'react';

const Context = createContext(0);

/** The moment that "a few minutes ago" is told from: one for all posts, and only the words that tell it are drawn by it. */
export const NowProvider = Context.Provider;

export const useNow = (): number => useContext(Context);
