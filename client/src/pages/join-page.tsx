import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useIdentity } from '../features/accounts/identities/use-identity.js';
import { InvitationPanel } from '../features/accounts/invitation-panel.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

/** Where an invitation leads: its token stands behind the `#`, which no server is sent. */
export function JoinPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  const { data: identity } = useIdentity(viewer?.id);
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('join.title'));
  // Whom a provider has named to this browser is linked where one signs in.
  const next = identity?.pending ? '/sign-in' : '/host/filings';
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('join.title')}</h1>
      <InvitationPanel token={token} viewer={viewer} done={() => void navigate({ to: next, replace: true })} />
      <Link to="/" className={styles.back}>
        {t('account.toLobby')}
      </Link>
    </div>
  );
}
