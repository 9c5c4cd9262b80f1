import { useEffect, useState } from 'react';
import { refusalOf } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useLatest } from '../../../platform/use-latest.js';
import { toast } from '../../../ui/toast.js';
import type { QueueDesk } from '../queue/queue-desk.js';
import { KeptVerdicts } from './kept-verdicts.js';
import { resumeVerdicts } from './resume-verdicts.js';
import { type Lost, VerdictDesk } from './verdict-desk.js';

/** The verdicts of this page; what did not come about is said in one sentence. */
export function useVerdictDesk(queue: QueueDesk): VerdictDesk {
  const { t, refusal } = useWords();
  const lostWords = ({ was, theirs, error }: Lost): string => {
    const refused = refusalOf(error);
    const { decided, claim } = theirs ?? {};
    if (was === 'undo') return refused ? refusal(refused) : t('desk.undo.notSent');
    if (decided) return t('desk.overtaken', { name: decided.by?.name ?? t('desk.nobody'), verdict: t(`desk.state.${decided.verdict}`) });
    if (claim) return t('desk.claimedBy', { name: claim.by.name });
    return refused ? refusal(refused) : t('desk.verdict.notSent');
  };
  const latest = useLatest(lostWords);
  const [parts] = useState(() => {
    const kept = new KeptVerdicts(queue.me);
    const tellLost = (lost: Lost) => toast({ words: latest.current(lost) });
    return { queue, kept, tellLost, verdicts: new VerdictDesk(queue, kept, tellLost) };
  });
  useEffect(() => {
    const end = new AbortController();
    void resumeVerdicts(parts, end.signal).catch(() => undefined); // the page was left, or the hub will not say: they stay kept
    return () => end.abort();
  }, [parts]);
  return parts.verdicts;
}
