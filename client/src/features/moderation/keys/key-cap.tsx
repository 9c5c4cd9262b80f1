import { useShortcutsOn } from '../../../platform/shortcuts.js';
import styles from './keys.module.css';
import { useKeymap } from './keymap.js';
import { type DeskAction, keyName } from './keymap.rules.js';

/** The key of an action, as it is now. Where single keys are off, and for fingers, there is none. */
export function KeyCap({ of }: { of: DeskAction }) {
  const keymap = useKeymap();
  const { on } = useShortcutsOn();
  return on ? (
    <kbd className={styles.cap} aria-hidden="true">
      {keyName(keymap[of])}
    </kbd>
  ) : null;
}
