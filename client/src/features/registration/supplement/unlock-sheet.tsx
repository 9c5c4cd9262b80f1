import type { Supplement } from '@yunhui/contracts';
import { shanghaiDayAfter, shanghaiDayOf } from '@yunhui/domain';
import { useState } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { toast } from '../../../ui/toast.js';
import { useUnlocking } from './use-supplement.js';

/** So many days are offered first. */
const usualDays = 3;

type Props = { id: string; may: NonNullable<Supplement['mayUnlock']>; close: () => void };

/** Opens a supplement again, until the end of a day, with a reason that its host reads. */
export function UnlockSheet({ id, may: { version, earliest, latest }, close }: Props) {
  const { t, problem } = useWords();
  const unlocking = useUnlocking();
  const [until, setUntil] = useState(() => firstOffered(earliest));
  const [reason, setReason] = useState('');
  const send = () =>
    unlocking.mutate(
      { id, version, until, reason: reason.trim() },
      {
        onSuccess: () => {
          toast({ words: t('supplement.unlock.done') });
          close();
        },
      },
    );
  return (
    <Sheet title={t('supplement.unlock.title')} close={close}>
      <Form send={send}>
        <p>{t('supplement.unlock.body')}</p>
        <Field label={t('supplement.unlock.until')}>
          <input type="date" required min={earliest} max={latest} value={until} onChange={({ target }) => setUntil(target.value)} />
        </Field>
        <Field label={t('supplement.unlock.reason')}>
          <textarea required rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Problem>{problem(unlocking.error, t('supplement.unlock.failed'))}</Problem>
        <Button type="submit" look="primary" busy={unlocking.isPending} disabled={reason.trim() === '' || until === ''}>
          {t('supplement.unlock.unlock')}
        </Button>
      </Form>
    </Sheet>
  );
}

/** Some days from now, or the first day that there is. */
function firstOffered(earliest: string): string {
  const usual = shanghaiDayAfter(shanghaiDayOf(hubNow()), usualDays);
  return usual > earliest ? usual : earliest;
}
