import ArrowUp from 'lucide-react/icons/arrow-up';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import styles from './newly-live-chip.module.css';

/** Offers to bring up what has gone live since the order was made. It lies over the page: nothing moves until it is pressed. */
export function NewlyLiveChip({ count, onPress }: { count: number; onPress: () => void }) {
  const { t } = useTranslation();
  const press = () => {
    onPress();
    scrollTo({ top: 0 });
  };
  return (
    <div className={styles.place} aria-live="polite">
      {count > 0 ? (
        <button type="button" className={styles.chip} onClick={press}>
          <ArrowUp {...icon(18)} />
          {t('lobby.newlyLive', { count })}
        </button>
      ) : null}
    </div>
  );
}
