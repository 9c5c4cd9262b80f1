import { Link, useParams } from '@tanstack/react-router';
import { LiveConsole } from '../features/streams/hosting/console/live-console.js';
import { RoomForHost } from '../features/topics/host/room-for-host.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { HostOnly } from './host-only.js';

/** 直播台: one session on air, for whoever keeps it up. The hub judges who that is. */
export function LivePage() {
  const { t } = useWords();
  const { session } = useParams({ from: '/host/live/$session' });
  usePageTitle(t('hosting.console'));
  return (
    <HostOnly>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/host" className={styles.back}>
            {t('hosting.title')}
          </Link>
          <LiveConsole key={session} id={session} room={(topic) => <RoomForHost topic={topic} />} />
        </div>
      )}
    </HostOnly>
  );
}
