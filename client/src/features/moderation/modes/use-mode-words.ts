import type { RoomMode } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { modeWordOf } from './mode.rules.js';

/** What holds in a room, in a word or two. */
export function useModeWords(): (room: RoomMode) => string {
  const { t } = useWords();
  return (room) => {
    const word = modeWordOf(room);
    return 'seconds' in word ? t(`modes.word.${word.word}`, { seconds: word.seconds }) : t(`modes.word.${word.word}`);
  };
}
