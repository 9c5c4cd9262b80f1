import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';

export function SchedulePage() {
  const { t } = useWords();
  usePageTitle(t('schedule.title'));
  return (
    <div className="wrap">
      <h1>{t('schedule.title')}</h1>
    </div>
  );
}
