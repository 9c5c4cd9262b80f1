import type { AppealTarget } from '@yunhui/contracts';
import { useId, useState, type FormEvent } from 'react';
import { refusalOf } from '../../../platform/http.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Sheet } from '../../../ui/sheet.js';
import styles from './people.module.css';
import { useAppeal } from './use-appeal.js';

const MOST_CHARS = 500;

/** Says in one's own words why a decision was wrong, and that somebody else will look at it. */
export function AppealSheet({ of, close }: { of: AppealTarget; close: () => void }) {
  const { t, refusal } = useWords();
  const [words, setWords] = useState('');
  const { appeal, read } = useAppeal();
  const id = useId();
  const refused = refusalOf(appeal.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
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
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={id}>{t('people.appeal.label')}</label>
        <textarea
          id={id}
          className={styles.words}
          rows={4}
          maxLength={MOST_CHARS}
          value={words}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setWords(target.value)}
        />
        <p id={`${id}-note`} className={styles.note}>
          {t('people.appeal.note')}
        </p>
        <p className={styles.bad} role="alert">
          {appeal.isError ? (refused ? refusal(refused) : t('people.notSent')) : ''}
        </p>
        <Button type="submit" look="primary" busy={appeal.isPending} disabled={words.trim() === ''}>
          {t('people.appeal.send')}
        </Button>
      </form>
    </Sheet>
  );
}
