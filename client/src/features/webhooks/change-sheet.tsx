import type { Webhook } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import { useWebhookWords } from './use-webhook-words.js';
import type { WebhookActs } from './use-webhooks.js';
import { type Draft, WebhookFields } from './webhook-fields.js';

/** Another address, note or choice of events; what it was before can be had back by one press. */
export function ChangeSheet({ webhook, change, close }: { webhook: Webhook; change: WebhookActs['change']; close: () => void }) {
  const { t, problem } = useWebhookWords();
  const { url, note, events } = webhook;
  const [draft, setDraft] = useState<Draft>({ url, note, events });
  const send = () =>
    change.mutate(
      { ...draft, events: [...draft.events] },
      {
        onSuccess: () => {
          const act = () => change.mutate({ url, note, events });
          toast({ words: t('webhooks.done.changed'), action: { label: t('webhooks.undo'), act } });
          close();
        },
      },
    );
  return (
    <Sheet title={t('webhooks.change')} close={close}>
      <Form send={send}>
        <WebhookFields draft={draft} set={setDraft} />
        <Problem>{problem(change.error, t('webhooks.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={change.isPending} disabled={draft.events.length === 0}>
          {t('webhooks.save')}
        </Button>
      </Form>
    </Sheet>
  );
}
