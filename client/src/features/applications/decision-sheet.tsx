import type { DeskApplication } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import type { Deciding } from './use-applications.js';

type Props = { one: DeskApplication; verdict: 'approve' | 'decline'; acts: Deciding; close: () => void };

/** Asked before a unit is let in, which stays; before it is not, with the reason that its applicant reads. */
export function DecisionSheet({ one, verdict, acts: { approve, decline }, close }: Props) {
  const { t, problem } = useWords();
  const [reason, setReason] = useState('');
  const { name } = one.unit;
  const done = () => {
    toast({ words: t(`apply.desk.done.${verdict}`, { unit: name }) });
    close();
  };
  const send = () =>
    verdict === 'approve' ? approve.mutate(one, { onSuccess: done }) : decline.mutate({ one, reason }, { onSuccess: done });
  return (
    <Sheet title={t(`apply.desk.${verdict}What`, { unit: name })} close={close}>
      <Form send={send}>
        <p>{t(`apply.desk.${verdict}Body`)}</p>
        {verdict === 'decline' ? (
          <Field label={t('apply.desk.reason')}>
            <textarea required rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
        ) : null}
        <Problem>{problem(approve.error ?? decline.error, t('apply.desk.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={approve.isPending || decline.isPending}>
          {t(`apply.desk.${verdict}`)}
        </Button>
      </Form>
    </Sheet>
  );
}
