import { copyText } from '../../platform/copy-text.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/form.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import { useWebhookWords } from './use-webhook-words.js';

/** A secret, told this one time. `overlap`: the one before signs besides for a day. */
export function SecretSheet({ secret, overlap = false, close }: { secret: string; overlap?: boolean; close: () => void }) {
  const { t } = useWebhookWords();
  const copy = async () => toast({ words: t((await copyText(secret)) ? 'webhooks.copied' : 'webhooks.notCopied') });
  return (
    <Sheet title={t('webhooks.secret')} close={close}>
      <p>{t('webhooks.secretBody')}</p>
      {overlap ? <p>{t('webhooks.overlap')}</p> : null}
      <Field label={t('webhooks.secret')}>
        <input readOnly value={secret} onFocus={({ target }) => target.select()} />
      </Field>
      <Button look="primary" onClick={() => void copy()}>
        {t('webhooks.copy')}
      </Button>
    </Sheet>
  );
}
