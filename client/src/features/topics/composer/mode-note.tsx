import type { RoomMode } from '@yunhui/contracts';
import Info from 'lucide-react/icons/info';
import { icon } from '../../../ui/icon.js';
import styles from './composer.module.css';
import { useModeWords } from './use-mode-words.js';

/** What holds where one is about to speak, in a calm line; nothing in an open room. It changes while one is there, so it is read aloud. */
export function ModeNote({ mode }: { mode: RoomMode }) {
  const words = useModeWords()(mode);
  return (
    <output className={styles.modePlace}>
      {words.length > 0 ? (
        <span className={styles.mode}>
          <Info {...icon(16)} />
          <span>{words.join(' · ')}</span>
        </span>
      ) : null}
    </output>
  );
}
