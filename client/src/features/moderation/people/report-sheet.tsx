import type { OwnReport, Report, ReportReason, ReportTarget } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { write } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { OptionRows } from '../../../ui/option-rows.js';
import { Sheet } from '../../../ui/sheet.js';
import styles from './people.module.css';

/** In the order in which people look for them. */
const reasons: readonly ReportReason[] = [
  'ad',
  'fraud',
  'abuse',
  'sexual',
  'rumour',
  'privacy',
  'minors',
  'dangerous',
  'copyright',
  'other',
];

/** Says what is wrong with a message or with what plays. Who has no name yet says it first (`naming`). */
export function ReportSheet({
  target,
  what,
  naming,
  close,
}: {
  target: ReportTarget;
  what: string;
  naming?: ReactNode;
  close: () => void;
}) {
  const { t, problem } = useWords();
  const [reason, choose] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const report = useMutation({ mutationFn: (said: Report) => write<OwnReport>('/reports', said) });
  const send = () => {
    if (reason) report.mutate({ target, reason, ...(note.trim() !== '' && { note: note.trim() }) });
  };
  if (report.isSuccess)
    return (
      <Sheet title={t('people.report.sent')} close={close}>
        <p>{t(report.data.state === 'open' ? 'people.report.sentBody' : `people.report.${report.data.state}`)}</p>
        <Button look="primary" onClick={close}>
          {t('people.done')}
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={t(target.kind === 'stream' ? 'people.report.stream' : 'people.report.message')} close={close}>
      <blockquote className={styles.quote}>{what}</blockquote>
      {naming ?? (
        <Form send={send}>
          <OptionRows
            legend={t('people.report.why')}
            options={reasons.map((value) => ({ value, words: t(`reason.${value}`) }))}
            chosen={reason}
            choose={choose}
          />
          <Field label={t('people.report.note')}>
            <input maxLength={200} value={note} onChange={({ target: field }) => setNote(field.value)} />
          </Field>
          <Problem>{problem(report.error, t('people.notSent'))}</Problem>
          <Button type="submit" look="primary" busy={report.isPending} disabled={!reason}>
            {t('people.report.send')}
          </Button>
        </Form>
      )}
    </Sheet>
  );
}
