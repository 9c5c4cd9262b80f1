import type { Delivery, DeliveryState, Webhook } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Problem } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { useWebhookWords } from './use-webhook-words.js';
import { useDeliveries, type WebhookActs } from './use-webhooks.js';
import styles from './webhooks.module.css';
import { standingOf } from './webhooks.rules.js';

const parts = ['all', 'waiting', 'dead'] as const;
type Part = (typeof parts)[number];
const stateOf = (part: Part): DeliveryState | undefined => (part === 'all' ? undefined : part);

/** What is sent to an address, dead letters among it: those are sent again one by one, or all at once. */
export function DeliveryList({ webhook: { id, dead }, acts: { again, allAgain } }: { webhook: Webhook; acts: WebhookActs }) {
  const { t, problem } = useWebhookWords();
  const [part, setPart] = useState<Part>('all');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(id, stateOf(part));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const sendAll = () =>
    allAgain.mutate(undefined, { onSuccess: ({ sent }) => toast({ words: t('webhooks.done.allAgain', { count: sent }) }) });
  return (
    <section aria-labelledby="deliveries" className={styles.part}>
      <h2 id="deliveries">{t('webhooks.sent')}</h2>
      <Choices
        label={t('webhooks.which')}
        choices={parts.map((value) => ({ value, words: t(`webhooks.part.${value}`) }))}
        chosen={part}
        choose={setPart}
      />
      {dead > 0 ? (
        <Button className={styles.begin} busy={allAgain.isPending} onClick={sendAll}>
          {t('webhooks.allAgain', { count: dead })}
        </Button>
      ) : null}
      {isPending ? <output className={styles.quiet}>{t('webhooks.reading')}</output> : null}
      <Problem>{problem(error, t('page.unreachable.body'))}</Problem>
      {data && items.length === 0 ? <p className={styles.quiet}>{t(`webhooks.nothing.${part}`)}</p> : null}
      <ol className={styles.list}>
        {items.map((delivery) => (
          <Row
            key={delivery.id}
            delivery={delivery}
            isBusy={again.isPending && again.variables === delivery.id}
            sendAgain={() => again.mutate(delivery.id, { onSuccess: () => toast({ words: t('webhooks.done.again') }) })}
          />
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('webhooks.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Row({ delivery, isBusy, sendAgain }: { delivery: Delivery; isBusy: boolean; sendAgain: () => void }) {
  const { t, event, moment, answer: wordsOf } = useWebhookWords();
  const { id, at, attempts, nextAt, answer, body } = delivery;
  const standing = standingOf(delivery);
  return (
    <li className={styles.row} data-dead={standing === 'dead' || undefined}>
      <h3 className={styles.what}>{event(delivery.event)}</h3>
      <time className={styles.quiet} dateTime={at}>
        {moment(at)}
      </time>
      <p className={standing === 'dead' ? styles.dead : styles.standing}>
        {t(`webhooks.is.${standing}`, { count: attempts, at: nextAt === undefined ? '' : moment(nextAt) })}
      </p>
      {answer && standing !== 'delivered' ? <p className={styles.quiet}>{wordsOf(answer)}</p> : null}
      {standing === 'dead' || standing === 'delivered' ? (
        <Button aria-label={t('webhooks.againWhich', { event: event(delivery.event), at: moment(at) })} busy={isBusy} onClick={sendAgain}>
          {t('webhooks.again')}
        </Button>
      ) : null}
      <details className={styles.body}>
        <summary>{t('webhooks.body')}</summary>
        <p>
          <code>webhook-id: {id}</code>
        </p>
        <pre>{body}</pre>
      </details>
    </li>
  );
}
