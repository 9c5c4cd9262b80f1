import type { Filing, WantedChange } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import { useFilingSteps } from '../use-filings.js';
import { AskedChange } from './asked-change.js';
import { ProgrammePanel } from './programme-panel.js';

/** What is on the programme of one's filing. What is to be another is asked for, one thing at a time. */
export function FiledProgramme({ filing }: { filing: Filing }) {
  const { t, problem } = useWords();
  const { ask, recall } = useFilingSteps();
  const { id, version, programme, change, ladder } = filing;
  if (!programme) return null;
  const asked = {
    isPending: ask.isPending,
    error: ask.error,
    send: (wanted: WantedChange, reason: string, done: () => void) =>
      ask.mutate({ id, version, reason, change: wanted }, { onSuccess: done }),
  };
  return (
    <>
      {change ? (
        <AskedChange change={change} levels={ladder.length}>
          <Button
            busy={recall.isPending}
            onClick={() => recall.mutate({ id, version }, { onSuccess: () => toast({ words: t('programme.recalled') }) })}
          >
            {t('programme.recall')}
          </Button>
          <Problem>{problem(recall.error, t('programme.failed'))}</Problem>
        </AskedChange>
      ) : null}
      <ProgrammePanel filing={filing} sessions={programme} {...(!change && { asked })} />
    </>
  );
}
