import type { AppealTarget } from '@yunhui/contracts';
import { useId, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import styles from './people.module.css';
import { useAppeal } from './use-appeal.js';

const MOST_CHARS = 500;

/** Says in one's own words why a decision was wrong, and that somebody else will look at it. */
export function AppealSheet({ of, close }: { of: AppealTarget; close: () => void }) {
  const { t, problem } = useWords();
  const [words, setWords] = useState('');
  const { appeal, read } = useAppeal();
  const id = useId();
  const send = () => {
    if (words.trim() !== '') appeal.mutate({ of, words: words.trim() });
  };
  const done = () => {
    close();
    read();
  };
  if (appeal.isSuccess)
    return (
      <Sheet title={t('people.appeal.sent')} close={done}>
        <p>{t('people.appeal.sentBody')}</p>
        <Button look="primary" onClick={done}>
          {t('people.done')}
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={t('people.appeal.title')} close={close}>
      <Form send={send}>
        <Field label={t('people.appeal.label')}>
          <textarea rows={4} maxLength={MOST_CHARS} value={words} aria-describedby={id} onChange={({ target }) => setWords(target.value)} />
        </Field>
        <p id={id} className={styles.note}>
          {t('people.appeal.note')}
        </p>
        <Problem>{problem(appeal.error, t('people.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={appeal.isPending} disabled={words.trim() === ''}>
          {t('people.appeal.send')}
        </Button>
      </Form>
    </Sheet>
  );
}
