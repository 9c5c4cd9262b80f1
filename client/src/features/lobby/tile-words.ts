import type { LobbyChannel } from '@yunhui/contracts';
import { nameIn } from '../../ui/element/face.js';
import { useWords } from '../../platform/i18n/use-words.js';

/** What a tile says: its name, what is on, and its state in words. */
export function useTileWords({ title, titleEn, session, state, late }: LobbyChannel) {
  const { t, pick } = useWords();
  const name = pick(nameIn(title), nameIn(titleEn));
  return {
    name,
    title: session?.title ?? pick(title, titleEn),
    /** Why it was moved or cancelled. */
    reason: session?.reason,
    state: t(session?.postponed ? 'state.postponed' : session?.cancelled ? 'state.cancelled' : late ? 'state.late' : `state.${state}`),
  };
}
