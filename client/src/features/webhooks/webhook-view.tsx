import type { Webhook } from '@yunhui/contracts';
import { useNavigate } from '@tanstack/react-router';
import WebhookIcon from 'lucide-react/icons/webhook';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import { Unreachable } from '../../ui/unreachable.js';
import { ChangeSheet } from './change-sheet.js';
import { DeliveryList } from './delivery-list.js';
import { SecretSheet } from './secret-sheet.js';
import { SureSheet } from './sure-sheet.js';
import { useWebhookWords } from './use-webhook-words.js';
import { useEnding, useWebhookActs, useWebhooks, type WebhookActs } from './use-webhooks.js';
import styles from './webhooks.module.css';
import { titleOf } from './webhooks.rules.js';

/** One address: what it hears of, what one does about it, and what is sent to it. */
export function WebhookView({ id }: { id: string }) {
  const { t } = useWebhookWords();
  const { data, error, isPending, refetch } = useWebhooks();
  if (isPending) return <output className={styles.quiet}>{t('webhooks.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const webhook = data.items.find((one) => one.id === id);
  if (webhook) return <Shown webhook={webhook} />;
  return (
    <EmptyState asPage icon={<WebhookIcon {...icon(32)} />} title={t('webhooks.gone.title')}>
      {t('webhooks.gone.body')}
    </EmptyState>
  );
}

function Shown({ webhook }: { webhook: Webhook }) {
  const { t, problem, scope, event, moment } = useWebhookWords();
  const acts = useWebhookActs(webhook.id);
  const { url, events, by, at, offAt, previousUntil } = webhook;
  return (
    <>
      <h1 className="song">{titleOf(webhook)}</h1>
      <p className={styles.address}>{url}</p>
      <p className={styles.quiet}>
        {scope(webhook.scope)} · {t('webhooks.by', { name: by.name, at: moment(at) })}
      </p>
      <ul className={styles.hears}>
        {events.map((one) => (
          <li key={one}>{event(one)}</li>
        ))}
      </ul>
      {offAt === undefined ? null : <p className={styles.off}>{t('webhooks.offSince', { at: moment(offAt) })}</p>}
      {previousUntil === undefined ? null : <p className={styles.quiet}>{t('webhooks.bothUntil', { at: moment(previousUntil) })}</p>}
      <Problem>{problem(acts.tryOut.error ?? acts.turn.error ?? acts.again.error ?? acts.allAgain.error, t('webhooks.notSent'))}</Problem>
      <Acts webhook={webhook} acts={acts} />
      <DeliveryList webhook={webhook} acts={acts} />
    </>
  );
}

type Over = 'changing' | 'rotating' | 'ending';

function Acts({ webhook, acts }: { webhook: Webhook; acts: WebhookActs }) {
  const { t, problem } = useWebhookWords();
  const navigate = useNavigate();
  const [over, setOver] = useState<Over>();
  const close = () => {
    acts.rotate.reset();
    setOver(undefined);
  };
  const isOn = webhook.offAt === undefined;
  const turn = () =>
    acts.turn.mutate(!isOn, {
      onSuccess: () =>
        toast({
          words: t(isOn ? 'webhooks.done.off' : 'webhooks.done.on'),
          action: { label: t('webhooks.undo'), act: () => acts.turn.mutate(isOn) },
        }),
    });
  const tryOut = () => acts.tryOut.mutate(undefined, { onSuccess: () => toast({ words: t('webhooks.done.tried') }) });
  const ending = useEnding(webhook.id, () => {
    toast({ words: t('webhooks.done.ended') });
    void navigate({ to: '/desk/webhooks' });
  });
  return (
    <div className={styles.acts}>
      {isOn ? (
        <Button look="primary" busy={acts.tryOut.isPending} onClick={tryOut}>
          {t('webhooks.try')}
        </Button>
      ) : null}
      <Button busy={acts.turn.isPending} onClick={turn}>
        {t(isOn ? 'webhooks.turnOff' : 'webhooks.turnOn')}
      </Button>
      <Button onClick={() => setOver('changing')}>{t('webhooks.change')}</Button>
      <Button onClick={() => setOver('rotating')}>{t('webhooks.rotate')}</Button>
      <Button look="quiet" onClick={() => setOver('ending')}>
        {t('webhooks.end')}
      </Button>
      {over === 'changing' ? <ChangeSheet webhook={webhook} change={acts.change} close={close} /> : null}
      {over === 'rotating' && acts.rotate.data ? <SecretSheet secret={acts.rotate.data.secret} overlap close={close} /> : null}
      {over === 'rotating' && !acts.rotate.data ? (
        <SureSheet
          title={t('webhooks.rotate')}
          body={t('webhooks.rotateBody')}
          verb={t('webhooks.rotateNow')}
          problem={problem(acts.rotate.error, t('webhooks.notSent'))}
          busy={acts.rotate.isPending}
          act={() => acts.rotate.mutate()}
          close={close}
        />
      ) : null}
      {over === 'ending' ? (
        <SureSheet
          title={t('webhooks.end')}
          body={t('webhooks.endBody')}
          verb={t('webhooks.endNow')}
          problem={problem(ending.error, t('webhooks.notSent'))}
          busy={ending.isPending}
          act={() => ending.mutate()}
          close={close}
        />
      ) : null}
    </div>
  );
}
