import type { QueueItem, QueueNote } from '@yunhui/contracts';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import { icon } from '../../../ui/icon.js';
import { Sheet } from '../../../ui/sheet.js';
import { useDesk } from '../desk.context.js';
import { KeyCap } from '../keys/key-cap.js';
import { useDeskWords } from '../use-desk-words.js';
import { NoteForm } from './note-form.js';
import { NoteList } from './note-list.js';
import styles from './notes.module.css';

/** What colleagues have noted about the author, and the way to add to it. */
export function AuthorNotes({ item, notes }: { item: QueueItem; notes: readonly QueueNote[] }) {
  const { t } = useDeskWords();
  const { open } = useDesk();
  return (
    <section className={styles.ofAuthor} aria-label={t('desk.note.ofAuthor')}>
      {notes.length > 0 ? <NoteList notes={notes} /> : null}
      <button type="button" className={styles.open} onClick={() => open('note')}>
        <NotebookPen {...icon(16)} />
        {t('desk.note.add', { name: item.author.name })}
        <KeyCap of="note" />
      </button>
    </section>
  );
}

/** The note that N opens. */
export function AuthorNoteSheet({ item, close }: { item: QueueItem; close: () => void }) {
  const { t } = useDeskWords();
  return (
    <Sheet title={t('desk.note.add', { name: item.author.name })} close={close}>
      <NoteForm scope={item.scope} author={item.author.id} label={t('desk.note.forColleagues')} written={close} />
    </Sheet>
  );
}
