import { useTranslation } from '../platform/i18n/use-translation.js';
import OctagonX from 'lucide-react/icons/octagon-x';
import { usePageTitle } from '../platform/page-title.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** What is left when a page throws while it is drawn. */
export function CrashPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.crash.title'));
  return (
    <div className="wrap">
      <EmptyState
        asPage
        icon={<OctagonX {...icon(32)} />}
        title={t('page.crash.title')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
        }
      >
        {t('page.crash.body')}
      </EmptyState>
    </div>
  );
}
