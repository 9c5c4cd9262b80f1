import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';

export function MatrixPage() {
  const { t } = useWords();
  usePageTitle(t('matrix.title'));
  return (
    <div className="wrap">
      <h1>{t('matrix.title')}</h1>
    </div>
  );
}
