import type { Filing, FilingFinding } from '@yunhui/contracts';
import { submitRefusal } from '@yunhui/domain';
import { useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field, Problem } from '../../../../ui/form.js';
import { toast } from '../../../../ui/toast.js';
import { useFilingSteps } from '../../use-filings.js';
import styles from '../form.module.css';
import type { Draft } from '../open-draft.js';
import { goTo } from './findings-panel.js';

type Props = { draft: Draft; filing: Filing; findings: readonly FilingFinding[]; insist: () => void; reread: () => void };

/** Hands it in, once all of it is saved. What has to be mended is gone to instead; what needs a reason asks for it here. */
export function SubmitPanel({ draft, filing, findings, insist, reread }: Props) {
  const { t, problem } = useWords();
  const { submit } = useFilingSteps();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const hard = findings.filter(({ severity }) => severity === 'hard');
  const needsReason = submitRefusal(findings) === 'unexplained';
  const send = async () => {
    setBusy(true);
    const kept = await draft.settled();
    setBusy(false);
    setUnsaved(!kept);
    if (!kept) return;
    const first = hard[0];
    if (first && kept.version === filing.version) {
      insist();
      return goTo(first);
    }
    submit.mutate(
      { id: kept.id, version: kept.version, ...(reason.trim() && { reason: reason.trim() }) },
      { onSuccess: () => toast({ words: t('form.submit.done') }), onError: reread },
    );
  };
  return (
    <section className={`${styles.panel} ${styles.submit}`} aria-label={t('form.submit.title')}>
      {needsReason ? (
        <Field label={t('form.submit.reason')}>
          <textarea rows={2} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          <small>{t('form.submit.reasonHelp')}</small>
        </Field>
      ) : null}
      {hard.length > 0 ? <p className={styles.help}>{t('form.submit.hard', { count: hard.length })}</p> : null}
      <Problem>{isUnsaved ? t('form.submit.unsaved') : problem(submit.error, t('form.submit.failed'))}</Problem>
      <Button look="primary" busy={isBusy || submit.isPending} onClick={() => void send()}>
        {t(filing.state === 'returned' ? 'form.submit.again' : 'form.submit.submit')}
      </Button>
    </section>
  );
}
