import type { FilingCard } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import FilePlus from 'lucide-react/icons/file-plus';
import Table from 'lucide-react/icons/table';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button, buttonClass } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { useFilingChoices, useFilings } from '../use-filings.js';
import { BeginSheet } from './begin-sheet.js';
import { FilingRow } from './filing-row.js';
import { UnitNotes } from './unit-notes.js';
import styles from './list.module.css';

const ImportSheet = lazy(async () => ({ default: (await import('../sheet/import-sheet.js')).ImportSheet }));

/** What is being begun: a new one, or a copy of an older one. */
type Beginning = { copyOf?: FilingCard };

/** What one's units file, with where each stands and what is due; from here a new one is begun. */
export function FilingsList({ open }: { open: (id: string) => void }) {
  const { t } = useWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFilings();
  const { units, campaigns } = useFilingChoices();
  const [beginning, setBeginning] = useState<Beginning>();
  const [isImporting, setImporting] = useState(false);
  if (isPending || units.isPending) return <output className={styles.quiet}>{t('form.list.reading')}</output>;
  if (!data || !units.data)
    return <Unreachable error={error ?? units.error} retry={() => void Promise.all([refetch(), units.refetch()])} />;
  if (units.data.items.length === 0)
    return (
      <EmptyState
        icon={<FilePlus {...icon(32)} />}
        title={t('form.list.noUnit.title')}
        action={
          <Link to="/apply" className={buttonClass('primary')}>
            {t('form.list.apply')}
          </Link>
        }
      >
        {t('form.list.noUnit.body')}
      </EmptyState>
    );
  const filings = data.pages.flatMap(({ items }) => items);
  const begin = (
    <>
      <Button look="primary" onClick={() => setBeginning({})}>
        <FilePlus {...icon(18)} />
        {t('form.list.new')}
      </Button>
      <Button onClick={() => setImporting(true)}>
        <Table {...icon(18)} />
        {t('sheet.open')}
      </Button>
    </>
  );
  return (
    <>
      {error ? <p role="alert">{t('form.list.stale')}</p> : null}
      <UnitNotes units={units.data.items} />
      {filings.length === 0 ? (
        <EmptyState icon={<FilePlus {...icon(32)} />} title={t('form.list.empty.title')} action={begin}>
          {t('form.list.empty.body')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.begin}>{begin}</div>
          <ul className={styles.list}>
            {filings.map((filing) => (
              <FilingRow key={filing.id} filing={filing} copy={() => setBeginning({ copyOf: filing })} />
            ))}
          </ul>
          {hasNextPage ? (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('form.list.more')}
            </Button>
          ) : null}
        </>
      )}
      {isImporting ? (
        <Suspense>
          <ImportSheet units={units.data.items} campaigns={campaigns.data?.items ?? []} close={() => setImporting(false)} />
        </Suspense>
      ) : null}
      {beginning ? (
        <BeginSheet
          units={units.data.items}
          campaigns={campaigns.data?.items ?? []}
          copyOf={beginning.copyOf}
          close={() => setBeginning(undefined)}
          open={open}
        />
      ) : null}
    </>
  );
}
