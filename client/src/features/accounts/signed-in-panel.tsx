import type { User } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import styles from './sign-in-form.module.css';
import { useSignOut } from './use-becoming.js';

/** As whom one is signed in, in which roles, and the way out. */
export function SignedInPanel({ viewer }: { viewer: User }) {
  const { t } = useWords();
  const signOut = useSignOut();
  const roles = [...new Set(viewer.grants.map(({ role }) => t(`account.role.${role}`)))].join(' · ');
  return (
    <section className={`panel ${styles.form}`} aria-live="polite">
      <h2>{t('account.signedInAs', { name: viewer.name })}</h2>
      {roles ? <p>{t('account.roles', { roles })}</p> : null}
      <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('account.signOut')}
      </Button>
    </section>
  );
}
