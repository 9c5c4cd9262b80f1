import type { QueueItem } from '@yunhui/contracts';
import Check from 'lucide-react/icons/check';
import LayoutList from 'lucide-react/icons/layout-list';
import PanelRight from 'lucide-react/icons/panel-right';
import X from 'lucide-react/icons/x';
import { icon } from '../../../ui/icon.js';
import { singleClicks } from '../../../ui/single-clicks.js';
import { useDesk } from '../desk.context.js';
import { isOpen } from '../queue/queue.reducer.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './phone-bar.module.css';

/** At the thumb: the rooms, the two verdicts for the row one is on, and its surroundings. */
export function PhoneBar({ item, address }: { item: QueueItem | undefined; address: DeskAddress }) {
  const { t } = useDeskWords();
  const { queue, verdicts, ruleFor, decides } = useDesk();
  const undecided = queue.usePart((state) => item !== undefined && isOpen(state, item.id));
  const open = address.list === 'queue' && undecided;
  return (
    <nav className={styles.bar} aria-label={t('desk.bar')} {...singleClicks}>
      <button type="button" onClick={() => address.go({ step: 'rooms' })}>
        <LayoutList {...icon(22)} />
        {t('desk.rooms')}
      </button>
      {decides ? (
        <>
          <button
            type="button"
            className={styles.reject}
            disabled={!open}
            onClick={() => (item ? verdicts.decide(item, { verdict: 'rejected', rule: ruleFor(item) }) : undefined)}
          >
            <X {...icon(22)} />
            {t('desk.key.reject')}
          </button>
          <button
            type="button"
            className={styles.pass}
            disabled={!open}
            onClick={() => (item ? verdicts.decide(item, { verdict: 'passed' }) : undefined)}
          >
            <Check {...icon(22)} />
            {t('desk.key.pass')}
          </button>
        </>
      ) : null}
      <button type="button" disabled={!item} onClick={() => address.go({ step: 'context' })}>
        <PanelRight {...icon(22)} />
        {t('desk.context')}
      </button>
    </nav>
  );
}
