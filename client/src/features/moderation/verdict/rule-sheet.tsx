import type { QueueItem } from '@yunhui/contracts';
import { Sheet } from '../../../ui/sheet.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';
import { rejectionRules } from './house.rules.js';
import styles from './verdict-bar.module.css';

/** What the sender is told when this is rejected. */
export function RuleSheet({ item, close }: { item: QueueItem; close: () => void }) {
  const { t } = useDeskWords();
  const { ruleFor, chooseRule } = useDesk();
  return (
    <Sheet title={t('desk.told.title')} close={close}>
      <ul className={styles.rules}>
        {rejectionRules.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={name === ruleFor(item)}
              onClick={() => {
                chooseRule(item, name);
                close();
              }}
            >
              {t(`desk.reject.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
