import { useWords } from '../../../platform/i18n/use-words.js';
import { useShortcutsOn } from '../../../platform/shortcuts.js';
import { KeyCap } from './key-cap.js';
import type { DeskAction } from './keymap.rules.js';
import styles from './keys.module.css';

const shown = ['next', 'previous', 'pass', 'reject', 'mask', 'context'] as const satisfies readonly DeskAction[];

/** At the foot of a list: the keys one needs most, where they act (`ofQueue`), and the way to all of them. */
export function KeyFooter({ ofQueue, help }: { ofQueue: boolean; help: () => void }) {
  const { t } = useWords();
  const { on } = useShortcutsOn();
  return (
    <footer className={styles.footer}>
      <p>
        {on && ofQueue
          ? shown.map((action) => (
              <span key={action}>
                <KeyCap of={action} />
                {t(`desk.key.${action}`)}
              </span>
            ))
          : null}
      </p>
      <button type="button" onClick={help}>
        <KeyCap of="help" />
        {t('desk.keys.all')}
      </button>
    </footer>
  );
}
