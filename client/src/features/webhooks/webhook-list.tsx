import type { User, Webhook } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import WebhookIcon from 'lucide-react/icons/webhook';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import { Unreachable } from '../../ui/unreachable.js';
import { RegisterSheet } from './register-sheet.js';
import { useWebhookWords } from './use-webhook-words.js';
import { useWebhooks } from './use-webhooks.js';
import styles from './webhooks.module.css';
import { titleOf } from './webhooks.rules.js';

/** The addresses that are told what happens in one's regions, each with what did not arrive. */
export function WebhookList({ me }: { me: User }) {
  const { t } = useWebhookWords();
  const { data, error, isPending, refetch } = useWebhooks();
  const [isRegistering, setRegistering] = useState(false);
  if (isPending) return <output className={styles.quiet}>{t('webhooks.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  return (
    <>
      <Button look="primary" className={styles.begin} onClick={() => setRegistering(true)}>
        <Plus {...icon(18)} />
        {t('webhooks.register')}
      </Button>
      {data.items.length === 0 ? (
        <EmptyState icon={<WebhookIcon {...icon(32)} />} title={t('webhooks.none.title')}>
          {t('webhooks.none.body')}
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {data.items.map((webhook) => (
          <Row key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      {isRegistering ? <RegisterSheet me={me} close={() => setRegistering(false)} /> : null}
    </>
  );
}

function Row({ webhook }: { webhook: Webhook }) {
  const { t, scope } = useWebhookWords();
  const { id, url, events, offAt, dead, waiting } = webhook;
  return (
    <li className={styles.row} data-dead={dead > 0 || undefined}>
      <Link to="/desk/webhooks/$webhook" params={{ webhook: id }} className={styles.name}>
        {titleOf(webhook)}
      </Link>
      <p className={styles.address}>{url}</p>
      <p className={styles.quiet}>
        {scope(webhook.scope)} · {t('webhooks.events', { count: events.length })}
      </p>
      {offAt === undefined ? null : <p className={styles.off}>{t('webhooks.isOff')}</p>}
      {waiting > 0 ? <p className={styles.quiet}>{t('webhooks.waiting', { count: waiting })}</p> : null}
      {dead > 0 ? <p className={styles.dead}>{t('webhooks.dead', { count: dead })}</p> : null}
    </li>
  );
}
