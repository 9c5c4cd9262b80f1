import X from 'lucide-react/icons/x';
import { useWords } from '../../../platform/i18n/use-words.js';
import { provinceOf } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import type { FeedFilter } from './feed-items.js';
import styles from './feed.module.css';

/** What of the feed one sees. Newest first is the only order: nothing else is known of posts. */
export function FeedFilters({ filter, go }: { filter: FeedFilter; go: (filter: FeedFilter) => void }) {
  const { t, pick } = useWords();
  const { region, answered } = filter;
  const province = region && provinceOf(region);
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{t('topics.filters')}</legend>
      <button type="button" aria-pressed={!province && !answered} onClick={() => go({ answered: false })}>
        <span>{t('topics.filter.all')}</span>
      </button>
      <button type="button" aria-pressed={answered} onClick={() => go({ ...filter, answered: !answered })}>
        <span>{t('topics.filter.answered')}</span>
      </button>
      {province ? (
        <button
          type="button"
          aria-pressed
          aria-label={t('topics.filter.dropRegion', { region: pick(province.name, province.nameEn) })}
          onClick={() => go({ answered })}
        >
          <span>
            {pick(province.name, province.nameEn)}
            <X {...icon(14)} />
          </span>
        </button>
      ) : null}
    </fieldset>
  );
}
