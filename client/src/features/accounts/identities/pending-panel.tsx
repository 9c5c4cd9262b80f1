import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import styles from '../other-ways.module.css';
import { useIdentity, useIdentityActs } from './use-identity.js';

type Props = { user: { id: string; name: string } | undefined; done: (to: string) => void };

/** Whom the provider has just named, and no account is linked to: what one does about it, and once signed in the link itself. */
export function PendingPanel({ user, done }: Props) {
  const { t, problem } = useWords();
  const { data } = useIdentity(user?.id);
  const { link, drop } = useIdentityActs(user?.id);
  const { provider, pending } = data ?? {};
  if (!provider || !pending) return null;
  const named = { provider: provider.name ?? t('identity.provider'), label: pending.label };
  return (
    <section className={`panel ${styles.panel}`} aria-labelledby="pending">
      <h2 id="pending">{t('identity.pending.title')}</h2>
      <p>{t(named.label ? 'identity.pending.who' : 'identity.pending.nameless', named)}</p>
      <p>
        {user ? t(pending.mayLink ? 'identity.pending.link' : 'identity.pending.again', { name: user.name }) : t('identity.pending.how')}
      </p>
      <Problem>{problem(link.error ?? drop.error, t('page.unreachable.body'))}</Problem>
      <div className={styles.acts}>
        {user && pending.mayLink ? (
          <Button look="primary" busy={link.isPending} onClick={() => link.mutate(undefined, { onSuccess: () => done(pending.to) })}>
            {t('identity.pending.act')}
          </Button>
        ) : null}
        <Button look="quiet" busy={drop.isPending} onClick={() => drop.mutate()}>
          {t('identity.pending.drop')}
        </Button>
      </div>
    </section>
  );
}
