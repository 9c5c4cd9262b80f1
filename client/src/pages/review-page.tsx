import { Link } from '@tanstack/react-router';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import { useViewer } from '../features/accounts/use-viewer.js';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { ReviewDesk } from '../features/registration/review/review-desk.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';

/** The desk of reviewers. Whoever may not enter is told what it is and where to sign in. */
export function ReviewPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('review.title'));
  if (viewer === undefined) return <output className="unseen">{t('review.reading')}</output>;
  if (viewer && mayEnterReviews(viewer.grants))
    return (
      <>
        <ReviewDesk key={viewer.id} me={viewer} />
        <ResumeBanner place="page" />
      </>
    );
  const signIn = (
    <Link to="/sign-in" className={buttonClass('primary')}>
      {t('account.signIn')}
    </Link>
  );
  return (
    <div className="wrap">
      <EmptyState asPage icon={<ClipboardCheck {...icon(32)} />} title={t('review.closed.title')} action={signIn}>
        {t('review.closed.body')}
      </EmptyState>
    </div>
  );
}
