import { Link, useParams } from '@tanstack/react-router';
import { WebhookView } from '../features/webhooks/webhook-view.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { OperatorOnly } from './operator-only.js';

/** One address, and what is sent to it. */
export function WebhookPage() {
  const { t } = useWords();
  const { webhook } = useParams({ from: '/desk/webhooks/$webhook' });
  usePageTitle(t('webhooks.title'));
  return (
    <OperatorOnly>
      {() => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/desk/webhooks" className={styles.back}>
            {t('webhooks.back')}
          </Link>
          <WebhookView key={webhook} id={webhook} />
        </div>
      )}
    </OperatorOnly>
  );
}
