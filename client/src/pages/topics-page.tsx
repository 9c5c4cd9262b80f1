import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';

export function TopicsPage() {
  const { t } = useWords();
  usePageTitle(t('topics.title'));
  return (
    <div className="wrap">
      <h1>{t('topics.title')}</h1>
    </div>
  );
}
