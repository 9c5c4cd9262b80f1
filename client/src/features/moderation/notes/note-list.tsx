import type { QueueNote } from '@yunhui/contracts';
import { useDeskWords } from '../use-desk-words.js';
import styles from './notes.module.css';

/** Notes, newest first: who left them, and when. */
export function NoteList({ notes }: { notes: readonly QueueNote[] }) {
  const { day, clock } = useDeskWords();
  return (
    <ul className={styles.notes}>
      {notes.map(({ id, text, by, at }) => (
        <li key={id}>
          <p>{text}</p>
          <small>
            {by.name} · {day(Date.parse(at))} {clock(Date.parse(at))}
          </small>
        </li>
      ))}
    </ul>
  );
}
