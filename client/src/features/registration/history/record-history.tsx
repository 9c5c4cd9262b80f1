import type { FieldChange, RecordAct, ReturnReason } from '@yunhui/contracts';
import { Button } from '../../../ui/button.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { lineDifference } from '../review/review.rules.js';
import { Pieces } from '../review/pieces.js';
import { useFormWords } from '../review/use-form-words.js';
import { useRecordWords } from './use-record-words.js';
import styles from './record-history.module.css';
import { useRecordHistory } from './use-record-history.js';

/** The whole record of a filing: who did what and when, what it changed, and where the audit keeps it. */
export function RecordHistory({ filing }: { filing: string }) {
  const { t } = useRecordWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecordHistory(filing);
  if (isPending) return <output className={styles.quiet}>{t('review.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  return (
    <>
      <h2 className={styles.title}>{data.pages[0]?.title || t('review.untitled')}</h2>
      <ol className={styles.list}>
        {data.pages
          .flatMap(({ items }) => items)
          .map((one) => (
            <Act key={one.id} act={one} />
          ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('review.record.more')}
        </Button>
      ) : null}
    </>
  );
}

function Act({ act: { act, at, by, session, from, to, reason, changes, reasons, chained } }: { act: RecordAct }) {
  const { t, actWords, moment } = useRecordWords();
  return (
    <li className={styles.act}>
      <p className={styles.what}>
        <b>{actWords(act)}</b>
        {from !== undefined && to !== undefined && from !== to ? (
          <span>{t('review.record.states', { from: t(`form.state.${from}`), to: t(`form.state.${to}`) })}</span>
        ) : null}
      </p>
      <p className={styles.quiet}>
        {by.name ?? t('review.record.hub')} · <time dateTime={at}>{moment(at)}</time>
      </p>
      {session === undefined ? null : <p className={styles.quiet}>{t('review.record.session', { title: session })}</p>}
      {reason === undefined ? null : <p>{reason}</p>}
      {reasons ? <Reasons reasons={reasons} /> : null}
      {changes ? <Changes changes={changes} /> : null}
      <p className={styles.place}>
        {chained ? t('review.record.place', { place: chained.place, hash: chained.hash.slice(0, 12) }) : t('review.record.waiting')}
      </p>
    </li>
  );
}

function Reasons({ reasons }: { reasons: readonly ReturnReason[] }) {
  const { t } = useRecordWords();
  return (
    <ul className={styles.parts}>
      {reasons.map(({ field, code, note }) => (
        <li key={field}>
          {t('review.record.reason', { field: t(`filing.field.${field}`), reason: t(`filing.reason.${code}`) })}
          {note ? t('review.because', { reason: note }) : ''}
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const { t, sideLines } = useFormWords();
  return (
    <dl className={styles.changes}>
      {changes.map((change) => {
        const sides = lineDifference(sideLines(change, change.before), sideLines(change, change.after));
        return (
          <div key={change.field}>
            <dt>{t(`filing.field.${change.field}`)}</dt>
            <dd>
              <Pieces pieces={sides.before} />
            </dd>
            <dd>
              <Pieces pieces={sides.after} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
