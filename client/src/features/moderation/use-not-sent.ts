import { refusalOf } from '../../platform/http.js';
import { toast } from '../../ui/toast.js';
import { useDeskWords } from './use-desk-words.js';

/** Says why nothing came of a change: what the hub has against it, or that it did not arrive (`words`), with the way to send it again. */
export function useNotSent(): (error: unknown, words: string, again: () => void) => void {
  const { t, refusal } = useDeskWords();
  return (error, words, again) => {
    const refused = refusalOf(error);
    if (refused && refused.retry !== 'later') toast({ words: refusal(refused) });
    else toast({ words: refused ? refusal(refused) : words, action: { label: t('page.retry'), act: again } });
  };
}
