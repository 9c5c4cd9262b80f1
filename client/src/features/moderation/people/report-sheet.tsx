import type { OwnReport, Report, ReportReason, ReportTarget } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { refusalOf, write } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
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

/** Which of a list of reasons: one tap, one line each. */
function Reasons({ chosen, choose }: { chosen: ReportReason | undefined; choose: (reason: ReportReason) => void }) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className={styles.part}>
      <legend>{t('people.report.why')}</legend>
      {reasons.map((reason) => (
        <label key={reason} className={styles.row}>
          <input type="radio" name={name} checked={chosen === reason} onChange={() => choose(reason)} />
          {t(`reason.${reason}`)}
        </label>
      ))}
    </fieldset>
  );
}

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
  const { t, refusal } = useWords();
  const [reason, choose] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const id = useId();
  const report = useMutation({ mutationFn: (said: Report) => write<OwnReport>('/reports', said) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) report.mutate({ target, reason, ...(note.trim() !== '' && { note: note.trim() }) });
  };
  const refused = refusalOf(report.error);
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
        <form className={styles.form} onSubmit={submit}>
          <Reasons chosen={reason} choose={choose} />
          <label htmlFor={id}>{t('people.report.note')}</label>
          <input id={id} className={styles.words} maxLength={200} value={note} onChange={({ target: field }) => setNote(field.value)} />
          <p className={styles.bad} role="alert">
            {report.isError ? (refused ? refusal(refused) : t('people.notSent')) : ''}
          </p>
          <Button type="submit" look="primary" busy={report.isPending} disabled={!reason}>
            {t('people.report.send')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
