import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import { mayEnterReviews } from '../features/registration/review/review.rules.js';
import { ReviewDesk } from '../features/registration/review/review-desk.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { MembersOnly } from './members-only.js';

/** The desk of reviewers. */
export function ReviewPage() {
  const { t } = useWords();
  usePageTitle(t('review.title'));
  const words = { reading: t('review.reading'), title: t('review.closed.title'), body: t('review.closed.body') };
  return (
    <MembersOnly may={mayEnterReviews} sign={ClipboardCheck} words={words}>
      {(me) => (
        <>
          <ReviewDesk key={me.id} me={me} />
          <ResumeBanner place="page" />
        </>
      )}
    </MembersOnly>
  );
}
