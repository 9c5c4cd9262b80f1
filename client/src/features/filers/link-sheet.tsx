import type { IssuedLink } from '@yunhui/contracts';
import { copyText } from '../../platform/copy-text.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/form.js';
import { QrCode } from '../../ui/qr-code.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import styles from './filers.module.css';

type Props = { title: string; path: '/join' | '/recover'; link: IssuedLink; close: () => void };

/** A link that is good once, to be sent or scanned now. Its token stands behind the `#`, which no server on the way is sent. */
export function LinkSheet({ title, path, link: { token, expiresAt }, close }: Props) {
  const { t, day, clock } = useWords();
  const address = `${window.location.origin}${path}#${token}`;
  const until = Date.parse(expiresAt);
  const copy = async () => toast({ words: t((await copyText(address)) ? 'filers.copied' : 'filers.notCopied') });
  return (
    <Sheet title={title} close={close}>
      <p>{t('filers.linkBody', { day: day(until), clock: clock(until) })}</p>
      <div className={styles.code}>
        <QrCode text={address} label={t('filers.scan')} />
        <p className={styles.quiet}>{t('filers.scan')}</p>
      </div>
      <Field label={t('filers.link')}>
        <input readOnly value={address} onFocus={({ target }) => target.select()} />
      </Field>
      <Button look="primary" onClick={() => void copy()}>
        {t('filers.copy')}
      </Button>
    </Sheet>
  );
}
