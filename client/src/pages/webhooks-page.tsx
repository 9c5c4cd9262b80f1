import { Link } from '@tanstack/react-router';
import { WebhookList } from '../features/webhooks/webhook-list.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import styles from './filings-page.module.css';
import { OperatorOnly } from './operator-only.js';

/** The addresses outside that are told what happens in an operator's regions. */
export function WebhooksPage() {
  const { t } = useWords();
  usePageTitle(t('webhooks.title'));
  return (
    <OperatorOnly>
      {(me) => (
        <div className={`wrap ${styles.page}`}>
          <Link to="/sign-in" className={styles.back}>
            {t('webhooks.toAccount')}
          </Link>
          <h1 className="song">{t('webhooks.title')}</h1>
          <p className={styles.lead}>{t('webhooks.lead')}</p>
          <WebhookList me={me} />
        </div>
      )}
    </OperatorOnly>
  );
}
