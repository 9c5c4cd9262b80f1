import { Sheet } from '../../../ui/sheet.js';
import { useDeskWords } from '../use-desk-words.js';
import { NoteForm } from './note-form.js';
import { NoteList } from './note-list.js';
import { useNotes } from './use-notes.js';
import styles from './notes.module.css';

/** Handing over: what the next watch should know, and what this one was told. */
export function WatchNotes({ scope, close }: { scope: string; close: () => void }) {
  const { t } = useDeskWords();
  const { data, error } = useNotes(scope);
  return (
    <Sheet title={t('desk.handover')} close={close}>
      <NoteForm scope={scope} label={t('desk.handover.write')} />
      {error && !data ? <p className={styles.none}>{t('page.unreachable.body')}</p> : null}
      {data?.items.length === 0 ? <p className={styles.none}>{t('desk.handover.none')}</p> : null}
      {data ? <NoteList notes={data.items} /> : null}
    </Sheet>
  );
}
