import type { AppealTarget } from '@yunhui/contracts';
import { createStore } from '../../../platform/store.js';
import type { ToldMessage } from './told-message.js';

/** What was opened from inside a conversation. */
export type OpenSheet =
  | { kind: 'report'; message: ToldMessage }
  | { kind: 'treat'; message: ToldMessage }
  | { kind: 'appeal'; of: AppealTarget };

/** One sheet at a time. A row that goes, or takes the arrow keys for itself, must not have it inside. */
const opened = createStore<OpenSheet | undefined>(undefined);

export const openSheet = (sheet: OpenSheet): void => opened.set(sheet);
export const closeSheet = (): void => opened.set(undefined);
export const useOpenSheet = opened.use;
