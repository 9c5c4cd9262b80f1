import type { Supplement } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import formStyles from '../form/form.module.css';
import type { SupplementDraft } from './open-supplement.js';
import { placeOf } from './supplement-fields.js';
import { supplementBeside, useSupplementSteps } from './use-supplement.js';

type Props = { draft: SupplementDraft; kept: Supplement; insist: () => void };

/** Hands it in, once all of it is saved. What is lacking is gone to instead. */
export function HandInPanel({ draft, kept, insist }: Props) {
  const { t, problem } = useWords();
  const { handIn } = useSupplementSteps();
  const [isBusy, setBusy] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const lacking = kept.findings.filter(({ severity }) => severity === 'hard').length;
  const send = async () => {
    setBusy(true);
    const saved = await draft.settled();
    setBusy(false);
    setUnsaved(!saved);
    if (!saved) return;
    const hard = saved.findings.find(({ severity }) => severity === 'hard');
    if (hard) {
      insist();
      return goTo(placeOf(hard.field));
    }
    handIn.mutate(
      { id: saved.filing, version: saved.version },
      {
        onSuccess: () => toast({ words: t('supplement.handIn.done') }),
        onError: (error) => {
          const theirs = supplementBeside(error);
          if (theirs) draft.happen({ type: 'clashed', theirs });
        },
      },
    );
  };
  return (
    <section className={`${formStyles.panel} ${formStyles.submit}`} aria-label={t('supplement.handIn.handIn')}>
      <p className={formStyles.help}>{lacking > 0 ? t('supplement.handIn.lacking', { count: lacking }) : t('supplement.handIn.body')}</p>
      <Problem>{isUnsaved ? t('supplement.handIn.unsaved') : problem(handIn.error, t('supplement.handIn.failed'))}</Problem>
      <Button look="primary" busy={isBusy || handIn.isPending} onClick={() => void send()}>
        {t('supplement.handIn.handIn')}
      </Button>
    </section>
  );
}

/** Leads to a field, ready to be written. */
function goTo(place: string): void {
  const part = document.getElementById(place);
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}
