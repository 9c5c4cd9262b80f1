import type { OwnIdentity } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Form, Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import styles from '../other-ways.module.css';
import { PasswordAgain } from '../password-again.js';
import { useBeginIdentity, useIdentity, useIdentityActs } from './use-identity.js';

/** Whether one's account is linked to an identity at the provider: linking it takes the password, unlinking leaves the password. */
export function IdentityPanel({ user }: { user: string }) {
  const { t } = useWords();
  const { data } = useIdentity(user);
  const { provider, linked, pending } = data ?? {};
  if (!provider && !linked) return null;
  const name = provider?.name ?? t('identity.provider');
  return (
    <section className={`panel ${styles.panel}`} aria-labelledby="identity">
      <h2 id="identity">{name}</h2>
      {linked ? <Linked user={user} linked={linked} /> : null}
      {provider && !linked && !pending ? <Unlinked provider={name} /> : null}
    </section>
  );
}

function Linked({ user, linked: { label, linkedAt, usedAt } }: { user: string; linked: NonNullable<OwnIdentity['linked']> }) {
  const { t, problem, day, clock } = useWords();
  const { unlink } = useIdentityActs(user);
  const [isAsked, setAsked] = useState(false);
  const [since, used] = [Date.parse(linkedAt), usedAt === undefined ? undefined : Date.parse(usedAt)];
  const end = () => unlink.mutate(undefined, { onSuccess: () => toast({ words: t('identity.unlinked') }) });
  return (
    <>
      <p>{t(label ? 'identity.linkedAs' : 'identity.linked', { label })}</p>
      <p className={styles.quiet}>
        {t('identity.since', { day: day(since) })}
        {used === undefined ? '' : t('identity.used', { day: day(used), clock: clock(used) })}
      </p>
      <Problem>{problem(unlink.error, t('page.unreachable.body'))}</Problem>
      {isAsked ? (
        <>
          <p>{t('identity.unlinkSure')}</p>
          <div className={styles.acts}>
            <Button busy={unlink.isPending} onClick={end}>
              {t('identity.unlink')}
            </Button>
            <Button look="quiet" onClick={() => setAsked(false)}>
              {t('ways.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button className={styles.begin} onClick={() => setAsked(true)}>
          {t('identity.unlinkAsk')}
        </Button>
      )}
    </>
  );
}

function Unlinked({ provider }: { provider: string }) {
  const { t, problem } = useWords();
  const [isGiving, setGiving] = useState(false);
  const [password, setPassword] = useState('');
  const begin = useBeginIdentity();
  return (
    <>
      <p>{t('identity.lead', { provider })}</p>
      {isGiving ? (
        <Form send={() => begin.mutate({ purpose: 'link', to: '/sign-in', password })}>
          <PasswordAgain value={password} change={setPassword} />
          <Problem>{problem(begin.error, t('page.unreachable.body'))}</Problem>
          <div className={styles.acts}>
            <Button type="submit" look="primary" busy={begin.isPending || begin.isSuccess}>
              {t('identity.link')}
            </Button>
            <Button look="quiet" onClick={() => setGiving(false)}>
              {t('ways.cancel')}
            </Button>
          </div>
        </Form>
      ) : (
        <Button className={styles.begin} onClick={() => setGiving(true)}>
          {t('identity.linkAsk')}
        </Button>
      )}
    </>
  );
}
