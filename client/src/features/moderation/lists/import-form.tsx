import type { ImportedLists } from '@yunhui/contracts';
import { type ChangeEvent, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field, Problem } from '../../../ui/form.js';
import { useDeskWords } from '../use-desk-words.js';
import { type ListFile, listsIn } from './list-file.rules.js';
import styles from './lists.module.css';
import { useImport } from './use-lists.js';

/** So many refused rows are shown: who has more mends the file by these first. */
const MOST_SHOWN = 50;

/** What an import would do, or has done, row by row where it refuses. */
function Outcome({ outcome, dry }: { outcome: ImportedLists; dry: boolean }) {
  const { t } = useDeskWords();
  const { added, changed, same, refused } = outcome;
  return (
    <div className={styles.outcome} aria-live="polite">
      <p>{t(dry ? 'lists.import.would' : 'lists.import.did', { added, changed, same })}</p>
      {refused.length > 0 ? <p className={styles.bad}>{t('lists.import.refused', { count: refused.length })}</p> : null}
      <ol>
        {refused.slice(0, MOST_SHOWN).map(({ list, row, field, problem }) => (
          <li key={`${list} ${row} ${field}`}>{t('lists.import.row', { list: t(`lists.${list}`), row: row + 1, field, problem })}</li>
        ))}
      </ol>
    </div>
  );
}

/** A file is tried first and changes nothing; only then, and only when no row of it is refused, is it taken over. */
export function ImportForm() {
  const { t, problem } = useDeskWords();
  const [file, setFile] = useState<ListFile>();
  const trial = useImport();
  const taking = useImport();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const lists = listsIn((await target.files?.[0]?.text()) ?? '');
    setFile(lists);
    taking.reset();
    trial.reset();
    if (lists.ok) trial.mutate({ dryRun: true, terms: lists.terms, allow: lists.allow });
  };
  const error = taking.error ?? trial.error;
  const mayTake = file?.ok && trial.data?.refused.length === 0 && !taking.data;
  return (
    <div className={styles.import}>
      <p>{t('lists.import.lead')}</p>
      <Field label={t('lists.import.file')}>
        <input type="file" accept="application/json,.json" onChange={(event) => void read(event)} />
      </Field>
      {file && !file.ok ? <p className={styles.bad}>{t('lists.import.noList')}</p> : null}
      {trial.isPending || taking.isPending ? <output>{t('lists.import.busy')}</output> : null}
      {taking.data ? <Outcome outcome={taking.data} dry={false} /> : trial.data ? <Outcome outcome={trial.data} dry /> : null}
      <Problem>{problem(error, t('lists.notSent'))}</Problem>
      {mayTake ? (
        <Button
          look="primary"
          busy={taking.isPending}
          onClick={() => taking.mutate({ dryRun: false, terms: file.terms, allow: file.allow })}
        >
          {t('lists.import.take')}
        </Button>
      ) : null}
    </div>
  );
}
