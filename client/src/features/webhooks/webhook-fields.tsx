import type { WebhookEvent } from '@yunhui/contracts';
import { Field } from '../../ui/form.js';
import { useWebhookWords } from './use-webhook-words.js';
import styles from './webhooks.module.css';
import { events } from './webhooks.rules.js';

/** What one says of a webhook when it is registered, and may say otherwise later. */
export type Draft = { url: string; note: string; events: readonly WebhookEvent[] };

export function WebhookFields({ draft, set }: { draft: Draft; set: (draft: Draft) => void }) {
  const { t, event: wordsOf } = useWebhookWords();
  const choose = (event: WebhookEvent, isChosen: boolean) =>
    set({ ...draft, events: events.filter((one) => (one === event ? isChosen : draft.events.includes(one))) });
  return (
    <>
      <Field label={t('webhooks.url')}>
        <input
          type="url"
          inputMode="url"
          autoComplete="off"
          required
          maxLength={500}
          placeholder="https://"
          value={draft.url}
          onChange={({ target }) => set({ ...draft, url: target.value })}
        />
      </Field>
      <Field label={t('webhooks.note')}>
        <input maxLength={80} value={draft.note} onChange={({ target }) => set({ ...draft, note: target.value })} />
      </Field>
      <fieldset className={styles.events}>
        <legend>{t('webhooks.hears')}</legend>
        {events.map((event) => (
          <label key={event}>
            <input type="checkbox" checked={draft.events.includes(event)} onChange={({ target }) => choose(event, target.checked)} />
            <span>
              {wordsOf(event)} <code>{event}</code>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
