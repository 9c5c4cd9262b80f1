import type { RetractedMessages, RetractMessages, Sanction } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import { write } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { toast } from '../../../ui/toast.js';
import { sanctionOf, type Treatment } from './silence.rules.js';
import type { ToldMessage } from './told-message.js';

/** Does what the sheet says: the person first, so that nothing more is said, then the message. What was placed can be undone at once. */
export function useTreating(message: ToldMessage, done: (treatment: Treatment) => void) {
  const { t } = useWords();
  const undo = ({ id, version }: Sanction) =>
    void write<Sanction>(`/moderation/sanctions/${id}/undo`, { version })
      .then(() => toast({ words: t('people.undone') }))
      .catch(() => toast({ words: t('people.notUndone') }));
  return useMutation({
    mutationFn: async (treatment: Treatment) => {
      const wanted = sanctionOf(treatment, message, crypto.randomUUID());
      const placed = wanted && (await write<Sanction>('/moderation/sanctions', wanted));
      const { topic, id } = message;
      if (treatment.act !== 'warn')
        await write<RetractedMessages>('/moderation/retractions', { topic, ids: [id], rule: treatment.rule } satisfies RetractMessages);
      return placed;
    },
    onSuccess: (placed, treatment) => {
      done(treatment);
      toast({ words: t(`people.did.${treatment.act}`), ...(placed && { action: { label: t('people.undo'), act: () => undo(placed) } }) });
    },
  });
}
