import { useViewer } from '../features/accounts/use-viewer.js';
import { mayDecide } from '../features/moderation/desk.rules.js';
import { Lists } from '../features/moderation/lists/lists.js';
import { useDeskThemeOn } from '../platform/desk-theme.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { DeskClosed } from './desk-closed.js';

/** The word lists of the moderators. */
export function ModerationListsPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  useDeskThemeOn();
  usePageTitle(t('lists.title'));
  if (viewer === undefined) return <output className="unseen">{t('desk.reading')}</output>;
  return viewer && mayDecide(viewer.grants) ? <Lists /> : <DeskClosed viewer={viewer} />;
}
