import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field, Form } from '../../../ui/form.js';
import { useReviewWords } from './use-review-words.js';

/** A region of another host's objects to a joint activity: once, and in words that its host reads. */
export function ObjectForm({ send, busy }: { send: (reason: string) => void; busy: boolean }) {
  const { t } = useReviewWords();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <Form send={() => (words === '' ? undefined : send(words))}>
      <Field label={t('review.objection')}>
        <textarea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Button type="submit" busy={busy} disabled={words === ''}>
        {t('review.object')}
      </Button>
    </Form>
  );
}
