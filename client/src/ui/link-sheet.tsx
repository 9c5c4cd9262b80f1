import type { IssuedLink } from '@yunhui/contracts';
import { copyText } from '../platform/copy-text.js';
import { useWords } from '../platform/i18n/use-words.js';
import { Button } from './button.js';
import { Field } from './form.js';
import styles from './link-sheet.module.css';
import { QrCode } from './qr-code.js';
import { Sheet } from './sheet.js';
import { toast } from './toast.js';

type Props = { title: string; path: '/join' | '/recover' | '/appointment'; link: IssuedLink; close: () => void };

/** A link that is good once, to be sent or scanned now. Its token stands behind the `#`, which no server on the way is sent. */
export function LinkSheet({ title, path, link: { token, expiresAt }, close }: Props) {
  const { t, day, clock } = useWords();
  const address = `${window.location.origin}${path}#${token}`;
  const until = Date.parse(expiresAt);
  const copy = async () => toast({ words: t((await copyText(address)) ? 'link.copied' : 'link.notCopied') });
  return (
    <Sheet title={title} close={close}>
      <p>{t('link.body', { day: day(until), clock: clock(until) })}</p>
      <div className={styles.code}>
        <QrCode text={address} label={t('link.scan')} />
        <p>{t('link.scan')}</p>
      </div>
      <Field label={t('link.label')}>
        <input readOnly value={address} onFocus={({ target }) => target.select()} />
      </Field>
      <Button look="primary" onClick={() => void copy()}>
        {t('link.copy')}
      </Button>
    </Sheet>
  );
}
