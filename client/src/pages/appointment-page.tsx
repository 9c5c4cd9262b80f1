import type { StaffRole } from '@yunhui/contracts';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { AppointmentPanel } from '../features/accounts/appointment-panel.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './sign-in-page.module.css';

const desks = { reviewer: '/desk/review', moderator: '/desk/moderation', operator: '/desk/staff' } as const satisfies Record<
  StaffRole,
  string
>;

/** Where an invitation to a role leads, and from there to its desk: the token stands behind the `#`, which no server is sent. */
export function AppointmentPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  usePageTitle(t('appointment.title'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 className="song">{t('appointment.title')}</h1>
      <AppointmentPanel token={token} viewer={viewer} done={(role) => void navigate({ to: desks[role], replace: true })} />
      <Link to="/" className={styles.back}>
        {t('account.toLobby')}
      </Link>
    </div>
  );
}
