import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { useDeskWords } from '../use-desk-words.js';
import { useWriteNote } from './use-notes.js';

type NoteFormProps = { scope: string; author?: string; label: string; written?: () => void };

/** One field and one button; the words stay until the hub has them. */
export function NoteForm({ scope, author, label, written }: NoteFormProps) {
  const { t, problem } = useDeskWords();
  const [text, setText] = useState('');
  const note = useWriteNote(scope);
  const send = () => {
    if (text.trim() === '') return;
    note.mutate(author === undefined ? { text } : { text, author }, {
      onSuccess: () => {
        setText('');
        written?.();
      },
    });
  };
  return (
    <Form send={send}>
      <Field label={label}>
        <textarea rows={2} maxLength={500} value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
      <Problem>{problem(note.error, t('desk.note.notSent'))}</Problem>
      <Button type="submit" busy={note.isPending} disabled={text.trim() === ''}>
        {t('desk.note.write')}
      </Button>
    </Form>
  );
}
