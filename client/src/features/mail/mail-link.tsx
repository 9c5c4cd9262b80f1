import MailCheck from 'lucide-react/icons/mail-check';
import MailX from 'lucide-react/icons/mail-x';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import styles from './mail.module.css';
import { useConfirm, useEnd } from './use-mail.js';

/**
 * Where a link in a mail leads. It takes a press: mailboxes look at links before people do, and what looks must neither
 * confirm nor end anything.
 */
export function ConfirmMail({ token }: { token: string }) {
  const { t, problem } = useWords();
  const confirm = useConfirm();
  if (confirm.data)
    return (
      <output className={styles.done}>
        <MailCheck {...icon(32)} />
        {t('mail.confirm.done', { address: confirm.data.address })}
      </output>
    );
  return (
    <>
      <p>{t('mail.confirm.body')}</p>
      <Problem>{problem(confirm.error, t('mail.notSent'))}</Problem>
      <Button look="primary" className={styles.begin} busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
        {t('mail.confirm.act')}
      </Button>
    </>
  );
}

/** The same for the link that ends all mail. */
export function EndMail({ token }: { token: string }) {
  const { t, problem } = useWords();
  const end = useEnd();
  if (end.isSuccess)
    return (
      <output className={styles.done}>
        <MailX {...icon(32)} />
        {t('mail.end.done')}
      </output>
    );
  return (
    <>
      <p>{t('mail.end.body')}</p>
      <Problem>{problem(end.error, t('mail.notSent'))}</Problem>
      <Button look="primary" className={styles.begin} busy={end.isPending} onClick={() => end.mutate(token)}>
        {t('mail.end.act')}
      </Button>
    </>
  );
}
