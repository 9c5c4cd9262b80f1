import { Link } from '@tanstack/react-router';
import FilePlus from 'lucide-react/icons/file-plus';
import type { ReactNode } from 'react';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayFile } from '../features/registration/filing.rules.js';
import { useWords } from '../platform/i18n/use-words.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** For who files; anybody else is told how to get there. */
export function FilerOnly({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { viewer } = useViewer();
  if (viewer === undefined) return <output className="unseen">{t('form.list.reading')}</output>;
  if (viewer && mayFile(viewer.grants)) return children;
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className="wrap">
      <EmptyState asPage icon={<FilePlus {...icon(32)} />} title={t('form.closed.title')} action={signIn}>
        {t('form.closed.body')}
      </EmptyState>
    </div>
  );
}
