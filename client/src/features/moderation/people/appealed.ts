import { createStore } from '../../../platform/store.js';

/** The decisions that were appealed against on this page: each can be once, so it is not offered again. */
const appealed = createStore<ReadonlySet<string>>(new Set());

export const noteAppealed = (id: string): void => appealed.set(new Set([...appealed.get(), id]));
export const useAppealed = (id: string): boolean => appealed.use().has(id);
