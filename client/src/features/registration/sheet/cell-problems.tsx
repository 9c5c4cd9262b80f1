import { sheetHeads } from '@yunhui/domain';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { csvFile, saveFile } from './files.js';
import { type KnownRow, spokenOf } from './import.reducer.js';
import styles from './import-sheet.module.css';

const mostShown = 100;

/** What is wrong, row by row and cell by cell; what does not fit on the page is in a file. */
export function CellProblems({ rows }: { rows: readonly KnownRow[] }) {
  const { t, pick } = useWords();
  const spoken = spokenOf(rows);
  if (spoken.length === 0) return null;
  const headOf = (column: keyof typeof sheetHeads) => pick(sheetHeads[column].zh, sheetHeads[column].en);
  const saveList = () => {
    const lines = spoken.flatMap(({ row, cells, problems }) =>
      problems.map(({ column, says }) => [`${row}`, cells.id ?? '', headOf(column), cells[column] ?? '', pick(says.zh, says.en)]),
    );
    const heads = [t('sheet.list.row'), headOf('id'), t('sheet.list.column'), t('sheet.list.cell'), t('sheet.list.says')];
    saveFile(csvFile([heads, ...lines]), `${t('sheet.list.file')}.csv`);
  };
  return (
    <section className={styles.problems} aria-label={t('sheet.list.title')}>
      <header>
        <h3>{t('sheet.list.title')}</h3>
        <Button onClick={saveList}>{t('sheet.list.save')}</Button>
      </header>
      <ol>
        {spoken.slice(0, mostShown).map(({ row, cells, problems }) => (
          <li key={row}>
            <b>{t('sheet.list.rowOf', { row, title: cells.title ?? '' })}</b>
            <ul>
              {problems.map(({ column, code, severity, says }) => (
                <li key={`${column} ${code} ${says.zh}`} data-severity={severity}>
                  <span className="unseen">{t(`form.severity.${severity}`)}：</span>
                  {headOf(column)}：{pick(says.zh, says.en)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {spoken.length > mostShown ? <p>{t('sheet.list.more', { count: spoken.length - mostShown })}</p> : null}
    </section>
  );
}
