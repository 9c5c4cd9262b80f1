import type { QueueItem, RetractedMessages, RetractMessages } from '@yunhui/contracts';
import { write } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { toast } from '../../../ui/toast.js';
import { useNotSent } from '../use-not-sent.js';
import { houseRule } from './house.rules.js';
import { suggestedRule } from './rule.rules.js';

/** Takes back for everybody what has been passed. Its words are kept for moderators, and its author is told. */
export function useRetract(): (item: QueueItem) => Promise<void> {
  const { t } = useWords();
  const notSent = useNotSent();
  const retract = async (item: QueueItem): Promise<void> => {
    const asked = { topic: item.topic, ids: [item.id], rule: houseRule(suggestedRule(item)) } satisfies RetractMessages;
    try {
      const { retracted } = await write<RetractedMessages>('/moderation/retractions', asked);
      toast({ words: t('desk.retracted', { count: retracted }) });
    } catch (error) {
      notSent(error, t('desk.retract.notSent'), () => void retract(item));
    }
  };
  return retract;
}
