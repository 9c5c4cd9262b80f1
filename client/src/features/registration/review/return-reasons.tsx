import type { FormField } from '@yunhui/contracts';
import { Choices } from '../../../ui/choices.js';
import { Field } from '../../../ui/form.js';
import { reasoned, returnCodes, type ReturnDraft } from './draft.rules.js';
import styles from './return-reasons.module.css';
import { useReviewWords } from './use-review-words.js';

/** For each part that is to go back: why, in one tap, and in words what to do about it. */
export function ReturnReasons({ draft, change }: { draft: ReturnDraft; change: (draft: ReturnDraft) => void }) {
  return [...draft.keys()].map((field) => <Reason key={field} field={field} draft={draft} change={change} />);
}

function Reason({ field, draft, change }: { field: FormField; draft: ReturnDraft; change: (draft: ReturnDraft) => void }) {
  const { t } = useReviewWords();
  const { code, note } = draft.get(field) ?? { code: 'other', note: '' };
  const name = t(`filing.field.${field}`);
  return (
    <section className={styles.reason} aria-label={t('review.reasonOf', { field: name })}>
      <Choices
        label={t('review.reasonOf', { field: name })}
        choices={returnCodes.map((value) => ({ value, words: t(`filing.reason.${value}`) }))}
        chosen={code}
        choose={(value) => change(reasoned(draft, field, { code: value }))}
      />
      <Field label={t('review.note')}>
        <textarea rows={2} maxLength={500} value={note} onChange={({ target }) => change(reasoned(draft, field, { note: target.value }))} />
      </Field>
    </section>
  );
}
