import type { FormField, Review } from '@yunhui/contracts';
import { isWaiting } from '@yunhui/domain';
import Check from 'lucide-react/icons/check';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { pictureAddress } from '../../../platform/uploads.js';
import { icon } from '../../../ui/icon.js';
import { Picture } from '../../../ui/picture.js';
import type { ReturnDraft } from './draft.rules.js';
import styles from './field-table.module.css';
import { Pieces } from './pieces.js';
import { type FieldRow, fieldRows, lineDifference, type Piece } from './review.rules.js';
import { useFormWords } from './use-form-words.js';
import { useReviewWords } from './use-review-words.js';

type FieldTableProps = { review: Review; draft: ReturnDraft; toggle: (field: FormField) => void };

/** When it came back, when it was handed in again, and how much of it is other. */
function Since({ review, count, all, showAll }: { review: Review; count: number; all: boolean; showAll: () => void }) {
  const { t, moment } = useReviewWords();
  const returned = review.steps.findLast(({ to }) => to === 'returned');
  const again = review.steps.findLast(({ event }) => event === 'resubmit');
  if (!returned || !again) return null;
  return (
    <div className={styles.since}>
      <p>{t('review.since', { returned: moment(returned.at), again: moment(again.at), count })}</p>
      {all ? null : (
        <button type="button" onClick={showAll}>
          {t('review.showAll')}
        </button>
      )}
    </div>
  );
}

/** Every part of the filing; of one that came back changed what is other, before and after, and first what the others are not. */
export function FieldTable({ review, draft, toggle }: FieldTableProps) {
  const { t } = useReviewWords();
  const [all, setAll] = useState(false);
  const { changed, again, others } = fieldRows(review);
  const isAgain = review.isResubmitted && changed.length + again.length > 0;
  const row = (one: FieldRow) => <Row key={one.field} row={one} review={review} draft={draft} toggle={toggle} isAgain={isAgain} />;
  return (
    <>
      {isAgain ? <Since review={review} count={changed.length} all={all} showAll={() => setAll(true)} /> : null}
      <section className={styles.table} data-again={isAgain || undefined} aria-label={t('review.fields')}>
        {isAgain ? (
          <p className={styles.heads} aria-hidden="true">
            <span>{t('review.head.field')}</span>
            <span>{t('review.head.before')}</span>
            <span>{t('review.head.now')}</span>
          </p>
        ) : null}
        <ul>{changed.map(row)}</ul>
        {again.length > 0 ? <p className={styles.part}>{t('review.lookAgain')}</p> : null}
        <ul>{again.map(row)}</ul>
        {isAgain && all ? <p className={styles.part}>{t('review.unchanged')}</p> : null}
        {isAgain && !all ? null : <ul>{others.map(row)}</ul>}
      </section>
    </>
  );
}

type RowProps = { row: FieldRow; review: Review; draft: ReturnDraft; toggle: (field: FormField) => void; isAgain: boolean };

function Row({ row: { field, change, returned }, review, draft, toggle, isAgain }: RowProps) {
  const { t, lines, sideLines } = useFormWords();
  const now = lines(field, review.form);
  const sides = change ? lineDifference(sideLines(change, change.before), sideLines(change, change.after)) : undefined;
  const found = review.findings.items.filter((finding) => finding.field === field && finding.severity !== 'note');
  return (
    <li className={styles.row} data-chosen={draft.has(field) || undefined}>
      <h3>{t(`filing.field.${field}`)}</h3>
      {isAgain ? (
        <div className={styles.before}>{sides ? <Pieces pieces={sides.before} /> : <span>{t('review.asBefore')}</span>}</div>
      ) : null}
      <div className={styles.now}>
        <Pieces pieces={sides?.after ?? now.map((words): Piece => ({ words, in: 'both' }))} />
        {field === 'cover' && review.form.cover ? <Cover id={review.form.cover} /> : null}
        {returned ? <Returned returned={returned} /> : null}
        {found.map(({ code, at, says }) => (
          <FindingNote key={`${code} ${at ?? ''}`} says={says} />
        ))}
      </div>
      <div className={styles.act}>
        {change ? (
          <span className={styles.other}>
            <Check {...icon(16)} />
            {t('review.changed')}
          </span>
        ) : null}
        {review.mayDecide && isWaiting(review.state) ? (
          <ReturnToggle field={field} isOn={draft.has(field)} press={() => toggle(field)} />
        ) : null}
      </div>
    </li>
  );
}

/** What everybody will see, to be looked at before. */
function Cover({ id }: { id: string }) {
  const { t } = useReviewWords();
  return (
    <a className={styles.cover} href={pictureAddress(id, 1_280)} target="_blank" rel="noopener">
      <Picture id={id} name={t('filing.field.cover')} />
    </a>
  );
}

/** Why this part came back the last time. */
function Returned({ returned: { code, note } }: { returned: NonNullable<FieldRow['returned']> }) {
  const { t } = useReviewWords();
  return (
    <p className={styles.returned}>
      {t('review.returnedFor', { reason: t(`filing.reason.${code}`) })}
      {note ? t('review.because', { reason: note }) : ''}
    </p>
  );
}

function FindingNote({ says }: { says: { zh: string; en: string } }) {
  const { pick } = useReviewWords();
  return <p className={styles.found}>{pick(says.zh, says.en)}</p>;
}

function ReturnToggle({ field, isOn, press }: { field: FormField; isOn: boolean; press: () => void }) {
  const { t } = useReviewWords();
  return (
    <button type="button" className={styles.return} aria-pressed={isOn} onClick={press}>
      <Undo2 {...icon(16)} />
      {t(isOn ? 'review.chosen' : 'review.choose')}
      <span className="unseen"> {t(`filing.field.${field}`)}</span>
    </button>
  );
}
