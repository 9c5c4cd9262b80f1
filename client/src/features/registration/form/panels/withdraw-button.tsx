import type { Filing } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field, Form, Problem } from '../../../../ui/form.js';
import { Sheet } from '../../../../ui/sheet.js';
import { toast } from '../../../../ui/toast.js';
import { useFilingSteps } from '../../use-filings.js';

/** Takes a filing back for good, with a reason. */
export function WithdrawButton({ id, version }: Pick<Filing, 'id' | 'version'>) {
  const { t, problem } = useWords();
  const { withdraw } = useFilingSteps();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = () =>
    withdraw.mutate({ id, version, reason: reason.trim() }, { onSuccess: () => toast({ words: t('form.withdraw.done') }) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('form.withdraw.withdraw')}</Button>
      {isOpen ? (
        <Sheet title={t('form.withdraw.title')} close={() => setOpen(false)}>
          <Form send={send}>
            <p>{t('form.withdraw.body')}</p>
            <Field label={t('form.withdraw.reason')}>
              <textarea required rows={2} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
            </Field>
            <Problem>{problem(withdraw.error, t('form.withdraw.failed'))}</Problem>
            <Button type="submit" look="primary" busy={withdraw.isPending} disabled={!reason.trim()}>
              {t('form.withdraw.withdraw')}
            </Button>
          </Form>
        </Sheet>
      ) : null}
    </>
  );
}
