import Shield from 'lucide-react/icons/shield';
import { icon } from '../../../ui/icon.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './modes.module.css';
import { useShields } from './use-modes.js';

/** The shield of the head: raised or not, in one look. */
export function ShieldButton() {
  const { t } = useDeskWords();
  const { open, decides } = useDesk();
  const raised = useShields().data?.items.length ?? 0;
  if (!decides) return null;
  return (
    <button
      type="button"
      className={styles.shield}
      data-raised={raised > 0 || undefined}
      aria-haspopup="dialog"
      onClick={() => open('shield')}
    >
      <Shield {...icon(16)} />
      <span>{raised > 0 ? t('shield.raised', { count: raised }) : t('shield.raise')}</span>
    </button>
  );
}
