import type { TopicMode } from '@yunhui/contracts';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';
import { useNotSent } from '../use-not-sent.js';
import { isSameMode } from './mode.rules.js';
import { readMode, useChangeMode } from './use-modes.js';
import { useModeWords } from './use-mode-words.js';

type Change = (topic: string, name: string, how: (mode: TopicMode) => TopicMode) => Promise<void>;

/** A room’s mode by one key: read as it is now, changed, said what it has become, and put back by one press. */
export function useQuickMode(): Change {
  const { t } = useDeskWords();
  const modeWords = useModeWords();
  const notSent = useNotSent();
  const { mutateAsync: change } = useChangeMode();
  const carryOut: Change = async (topic, name, how) => {
    let wanted: TopicMode | undefined;
    try {
      const before = await readMode(topic);
      const mode = (wanted = how(before.own));
      // Sent again after an answer that was lost, it may hold already.
      const after = isSameMode(before.own, mode) ? before : await change({ topic, mode, version: before.version });
      toast({
        words: t('modes.now', { name, mode: modeWords(after.room) }),
        action: { label: t('desk.undo'), act: () => void carryOut(topic, name, () => before.own) },
      });
    } catch (error) {
      const kept = wanted;
      notSent(error, t('modes.notSent'), () => void carryOut(topic, name, kept ? () => kept : how));
    }
  };
  return carryOut;
}
