import { type FormEvent, useId, useState } from 'react';
import { refusalOf } from '../../../platform/http.js';
import { Button } from '../../../ui/button.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './notes.module.css';
import { useWriteNote } from './use-notes.js';

type NoteFormProps = { scope: string; author?: string; label: string; written?: () => void };

/** One field and one button; the words stay until the hub has them. */
export function NoteForm({ scope, author, label, written }: NoteFormProps) {
  const { t, refusal } = useDeskWords();
  const [text, setText] = useState('');
  const id = useId();
  const note = useWriteNote(scope);
  const refused = refusalOf(note.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    note.mutate(author === undefined ? { text } : { text, author }, {
      onSuccess: () => {
        setText('');
        written?.();
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} maxLength={500} value={text} onChange={({ target }) => setText(target.value)} />
      <p role="alert">{refused ? refusal(refused) : note.error ? t('desk.note.notSent') : ''}</p>
      <Button type="submit" busy={note.isPending} disabled={text.trim() === ''}>
        {t('desk.note.write')}
      </Button>
    </form>
  );
}
