import { Link } from '@tanstack/react-router';
import Inbox from 'lucide-react/icons/inbox';
import { useViewer } from '../features/accounts/use-viewer.js';
import { NoticeList } from '../features/inbox/notice-list.js';
import { MailSettings } from '../features/mail/mail-settings.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import styles from './filings-page.module.css';

/** 站内消息. */
export function InboxPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  usePageTitle(t('inbox.title'));
  if (viewer === undefined) return <output className="unseen">{t('inbox.reading')}</output>;
  if (viewer?.kind !== 'account')
    return (
      <EmptyState
        asPage
        icon={<Inbox {...icon(32)} />}
        title={t('inbox.closed.title')}
        action={
          <Link to="/sign-in" className={buttonClass('primary')}>
            {t('account.signIn')}
          </Link>
        }
      >
        {t('inbox.closed.body')}
      </EmptyState>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('inbox.title')}</h1>
      <p className={styles.lead}>{t('inbox.lead')}</p>
      <NoticeList user={viewer.id} />
      <MailSettings user={viewer.id} />
    </div>
  );
}
