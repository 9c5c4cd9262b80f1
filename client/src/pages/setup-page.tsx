import { useLocation, useNavigate } from '@tanstack/react-router';
import { SetupPanel } from '../features/accounts/setup-panel.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

/** Where the link leads that the start of a hub says which nobody operates: its token stands behind the `#`, which no server is sent. */
export function SetupPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('setup.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('setup.title')}</h1>
      <SetupPanel token={token} done={() => void navigate({ to: '/desk/campaigns', replace: true })} />
    </div>
  );
}
