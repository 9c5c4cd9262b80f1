import type { User } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { provinces } from '../../ui/element/elements.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { SecretSheet } from './secret-sheet.js';
import { useWebhookWords } from './use-webhook-words.js';
import { useRegister } from './use-webhooks.js';
import { type Draft, WebhookFields } from './webhook-fields.js';
import { events, scopesFor } from './webhooks.rules.js';

/** Registers an address; its secret is told after, once. */
export function RegisterSheet({ me, close }: { me: User; close: () => void }) {
  const { t, problem, scope: nameOf } = useWebhookWords();
  const scopes = scopesFor(
    me.grants,
    provinces.map(({ key }) => key),
  );
  const [scope, setScope] = useState(scopes[0] ?? 'CN');
  const [draft, setDraft] = useState<Draft>({ url: '', note: '', events });
  const register = useRegister();
  if (register.data) return <SecretSheet secret={register.data.secret} close={close} />;
  return (
    <Sheet title={t('webhooks.register')} close={close}>
      <Form send={() => register.mutate({ ...draft, events: [...draft.events], scope })}>
        <Field label={t('webhooks.scope')}>
          <select value={scope} onChange={({ target }) => setScope(target.value)}>
            {scopes.map((key) => (
              <option key={key} value={key}>
                {nameOf(key)}
              </option>
            ))}
          </select>
        </Field>
        <WebhookFields draft={draft} set={setDraft} />
        <Problem>{problem(register.error, t('webhooks.notSent'))}</Problem>
        <Button type="submit" look="primary" busy={register.isPending} disabled={draft.events.length === 0}>
          {t('webhooks.registerNow')}
        </Button>
      </Form>
    </Sheet>
  );
}
