import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';

export function SearchPage() {
  const { t } = useWords();
  usePageTitle(t('search.title'));
  return (
    <div className="wrap">
      <h1>{t('search.title')}</h1>
    </div>
  );
}
