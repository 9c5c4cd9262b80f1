import type { Campaign, FilingUnits } from '@yunhui/contracts';
import FileUp from 'lucide-react/icons/file-up';
import { useState } from 'react';
import { homeCampaign } from '../../../platform/home-campaign.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { icon } from '../../../ui/icon.js';
import { Sheet } from '../../../ui/sheet.js';
import { CellProblems } from './cell-problems.js';
import { countsOf, type ImportState, rowsFor } from './import.reducer.js';
import styles from './import-sheet.module.css';
import { mostRows } from './rows.rules.js';
import { useImport } from './use-import.js';
import { type SheetKind, useSheetFiles } from './use-sheet-files.js';

const kindNames: Record<SheetKind, string> = { xlsx: 'Excel', csv: 'CSV' };
const kinds = Object.keys(kindNames) as SheetKind[];
const allKinds = Object.values(kindNames).join(' / ');

type Props = { units: FilingUnits['items']; campaigns: readonly Campaign[]; close: () => void };

/** Many activities from a spreadsheet: it is looked at first, each mistake is told by its cell, and what is right is kept. */
export function ImportSheet({ units, campaigns, close }: Props) {
  const { t, pick, problem } = useWords();
  const { state, open, goOn, again } = useImport();
  const { template, filed } = useSheetFiles();
  const [organization, setOrganization] = useState(units[0]?.key ?? '');
  const [campaign, setCampaign] = useState(homeCampaign());
  const [thisYear] = useState(() => new Date().getFullYear());
  const windowOf = campaigns.find(({ slug }) => slug === campaign)?.windows[0]?.from;
  const target = { organization, campaign, year: windowOf === undefined ? thisYear : Number(windowOf.slice(0, 4)) };
  const isChoosing = state.phase === 'choosing';
  return (
    <Sheet wide title={t('sheet.import.title')} close={close}>
      <Form send={() => void goOn(target)}>
        <fieldset disabled={!isChoosing} className={styles.target}>
          <legend className="unseen">{t('sheet.import.target')}</legend>
          <Field label={t('form.begin.unit')}>
            <select value={organization} onChange={({ target: { value } }) => setOrganization(value)}>
              {units.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('form.begin.campaign')}>
            <select value={campaign} onChange={({ target: { value } }) => setCampaign(value)}>
              {campaigns.map(({ slug, name, nameEn }) => (
                <option key={slug} value={slug}>
                  {pick(name, nameEn)}
                </option>
              ))}
            </select>
          </Field>
        </fieldset>
        {isChoosing ? (
          <>
            <p>{t('sheet.import.lead', { most: mostRows })}</p>
            <label className={styles.file}>
              <FileUp {...icon(20)} />
              {t('sheet.import.choose', { kinds: allKinds })}
              <input
                type="file"
                accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                onChange={({ target: input }) => {
                  const [file] = input.files ?? [];
                  input.value = ''; // the same file once more is another one: it was mended meanwhile
                  if (file) void open(file, target);
                }}
              />
            </label>
            <Problem>{state.why ? t(`sheet.why.${state.why}`, { most: mostRows, kinds: allKinds }) : ''}</Problem>
            <div className={styles.files}>
              {kinds.map((kind) => (
                <Button key={`template ${kind}`} onClick={() => template.mutate(kind)}>
                  {t('sheet.template.of', { kind: kindNames[kind] })}
                </Button>
              ))}
              {kinds.map((kind) => (
                <Button key={`filed ${kind}`} busy={filed.isPending} onClick={() => filed.mutate({ kind, organization, campaign })}>
                  {t('sheet.export.of', { kind: kindNames[kind] })}
                </Button>
              ))}
            </div>
            <Problem>{problem(filed.error ?? template.error, t('sheet.export.failed'))}</Problem>
          </>
        ) : (
          <UnderWay state={state} again={again} close={close} />
        )}
      </Form>
    </Sheet>
  );
}

function UnderWay({ state, again, close }: { state: Exclude<ImportState, { phase: 'choosing' }>; again: () => void; close: () => void }) {
  const { t, problem } = useWords();
  if (state.phase === 'reading') return <output>{t('sheet.import.reading')}</output>;
  const counts = countsOf(state.rows);
  const wanted = rowsFor('keeping', state.rows).length;
  const isBusy = state.phase === 'asking' || state.phase === 'keeping';
  return (
    <>
      {isBusy ? (
        <label className={styles.progress}>
          {t(`sheet.import.${state.phase}`, { done: state.done, total: state.total })}
          <progress value={state.done} max={state.total} />
        </label>
      ) : (
        <output className={styles.outcome}>
          <b>{t(`sheet.import.${state.phase}`)}</b>
          {t('sheet.import.counts', counts)}
        </output>
      )}
      {state.unknownHeads.length > 0 ? <p>{t('sheet.import.unknownHeads', { heads: state.unknownHeads.join('、') })}</p> : null}
      <Problem>{state.phase === 'stopped' ? problem(state.error, t('sheet.import.unreached')) : ''}</Problem>
      <div className={styles.acts}>
        {state.phase === 'looking' && wanted > 0 ? (
          <Button type="submit" look="primary">
            {t('sheet.import.keep', { count: wanted })}
          </Button>
        ) : null}
        {state.phase === 'stopped' ? (
          <Button type="submit" look="primary">
            {t('sheet.import.goOn')}
          </Button>
        ) : null}
        {state.phase === 'kept' ? (
          <Button look="primary" onClick={close}>
            {t('sheet.import.toList')}
          </Button>
        ) : null}
        {isBusy ? null : <Button onClick={again}>{t('sheet.import.another')}</Button>}
      </div>
      <CellProblems rows={state.rows} />
    </>
  );
}
