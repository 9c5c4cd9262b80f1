import CalendarX2 from 'lucide-react/icons/calendar-x-2';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import styles from './guide.module.css';
import type { GuideAddress } from './use-guide-address.js';
import { useGuideWords } from './use-guide-words.js';

export function GuideEmpty({ address }: { address: GuideAddress }) {
  const { t } = useGuideWords();
  const filtered = address.region !== undefined || address.form !== undefined;
  return (
    <EmptyState
      icon={<CalendarX2 {...icon(34)} />}
      title={t('schedule.empty.title')}
      action={
        filtered ? <Button onClick={() => address.go({ region: undefined, form: undefined })}>{t('schedule.clear')}</Button> : undefined
      }
    >
      {t('schedule.empty.body')}
    </EmptyState>
  );
}

/** Flat shapes where the rows will be. */
export function GuideLoading() {
  const { t } = useGuideWords();
  return (
    <div className={styles.loading}>
      <output className="unseen">{t('schedule.loading')}</output>
      {Array.from({ length: 8 }, (_, place) => (
        <i key={place} />
      ))}
    </div>
  );
}
