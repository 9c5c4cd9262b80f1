import type { TopicMode, TopicModeStanding } from '@yunhui/contracts';
import { refusalOf } from '../../../platform/http.js';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';
import { readMode, useChangeMode } from './use-modes.js';
import { useModeWords } from './use-mode-words.js';

/** A room’s mode by one key: read as it is now, changed, said what it has become, and put back by one press. */
export function useQuickMode(): (topic: string, name: string, how: (mode: TopicMode) => TopicMode) => Promise<void> {
  const { t, refusal } = useDeskWords();
  const modeWords = useModeWords();
  const { mutateAsync: change } = useChangeMode();
  const sayWhy = (error: unknown) => {
    const refused = refusalOf(error);
    toast({ words: refused ? refusal(refused) : t('modes.notSent') });
  };
  const putBack = ({ topic, version }: TopicModeStanding, mode: TopicMode) => void change({ topic, mode, version }).catch(sayWhy);
  return async (topic, name, how) => {
    try {
      const before = await readMode(topic);
      const after = await change({ topic, mode: how(before.own), version: before.version });
      toast({
        words: t('modes.now', { name, mode: modeWords(after.room) }),
        action: { label: t('desk.undo'), act: () => putBack(after, before.own) },
      });
    } catch (error) {
      sayWhy(error);
    }
  };
}
